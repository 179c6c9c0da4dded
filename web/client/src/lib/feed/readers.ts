// Small readers that turn unknown JSON into typed values, or throw Refused with the path of what is wrong.
// A reader checks what the page relies on and passes over fields it does not know.

export class Refused extends Error {}

export type Reader<T> = (value: unknown, path: string) => T;

function refuse(path: string, wanted: string): never {
  throw new Refused(`${path || 'message'}: expected ${wanted}`);
}

export const text: Reader<string> = (value, path) => (typeof value === 'string' ? value : refuse(path, 'a string'));

export const truth: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path, 'true or false'));

export const whole: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : refuse(path, 'a whole number');

export function atLeast(least: number): Reader<number> {
  return (value, path) => {
    const number = whole(value, path);
    return number >= least ? number : refuse(path, `at least ${least}`);
  };
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : reader(value, path));
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, path) => (value === undefined ? undefined : reader(value, path));
}

export function oneOf<const T extends string>(words: readonly T[]): Reader<T> {
  return (value, path) => words.find((word) => word === value) ?? refuse(path, words.join(' | '));
}

export function listOf<T>(reader: Reader<T>, itemsMax: number): Reader<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return refuse(path, 'a list');
    if (value.length > itemsMax) return refuse(path, `at most ${itemsMax} items`);
    return value.map((item, index) => reader(item, `${path}[${index}]`));
  };
}

/** An object with these fields; a field whose reader gives undefined is left out. */
export function object<T extends object>(fields: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path, 'an object');
    const given = value as Record<string, unknown>;
    const read: Partial<T> = {};
    for (const name in fields) {
      const field = fields[name](given[name], path ? `${path}.${name}` : name);
      if (field !== undefined) read[name] = field;
    }
    return read as T;
  };
}
