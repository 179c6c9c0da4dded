// Small values that a browser remembers. What is read back may be old or foreign, so each value brings its own check; storage that
// is forbidden or full is the same as nothing remembered.
import { Refused, type Reader } from './feed/readers';

export function remembered<T>(key: string, reader: Reader<T>): T | null {
  try {
    const stored = localStorage.getItem(`chicane.${key}`);
    return stored === null ? null : reader(JSON.parse(stored), key);
  } catch (error) {
    if (error instanceof Refused || error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`chicane.${key}`);
    else localStorage.setItem(`chicane.${key}`, JSON.stringify(value));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
