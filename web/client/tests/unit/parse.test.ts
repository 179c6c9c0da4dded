// Goal: the page's own check takes what the schema takes and refuses what it refuses. Method: every field of full messages is left out,
// made null and made of a wrong kind; the schema (ajv) and the parser must agree. They differ in one thing: unknown fields are passed over.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { boardTypes } from '../../tools/types.js';
import { parseMessage } from '../../src/lib/feed/parse';
import { fullDelta, fullSnapshot } from './samples';

const schema = JSON.parse(readFileSync(new URL('../../../schema/board.schema.json', import.meta.url), 'utf8')) as object;
const valid = new Ajv({ allErrors: true, strict: false }).compile(schema);

type Json = Record<string, unknown>;
const copy = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Paths of all fields of a message, and of all items of its lists. */
function paths(value: unknown, before: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [[...before, name], ...paths(inner, [...before, name])]);
}

function changed(message: unknown, path: string[], change: (holder: Json, name: string) => void): Json {
  const result = copy(message);
  const holder = path.slice(0, -1).reduce<Json>((inner, name) => inner[name] as Json, result);
  change(holder, path.at(-1) ?? '');
  return result;
}

const faults: Record<string, (holder: Json, name: string) => void> = {
  missing: (holder, name) => {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  },
  null: (holder, name) => (holder[name] = null),
  word: (holder, name) => (holder[name] = 'unheard of'),
  fraction: (holder, name) => (holder[name] = 1.5),
  negative: (holder, name) => (holder[name] = -1),
  list: (holder, name) => (holder[name] = [[]]),
  truth: (holder, name) => (holder[name] = true),
};

describe('a message', () => {
  it.each([['snapshot', fullSnapshot], ['delta', fullDelta]])('with every field (%s) is taken as it is', (_, message) => {
    expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
    expect(parseMessage(JSON.stringify(message))).toEqual({ ok: true, message });
  });

  it.each([['snapshot', fullSnapshot], ['delta', fullDelta]])('with one fault (%s) is judged as the schema judges it', (_, message) => {
    for (const path of paths(message)) {
      for (const [fault, change] of Object.entries(faults)) {
        const broken = changed(message, path, change);
        expect(parseMessage(JSON.stringify(broken)).ok, `${path.join('.')} ${fault}`).toBe(valid(broken));
      }
    }
  });

  it('with a field of a later version is taken without it', () => {
    const later = { ...copy(fullDelta), weather: 'rain' };
    expect(parseMessage(JSON.stringify(later))).toEqual({ ok: true, message: fullDelta });
  });

  it.each(['', '{', 'null', '[]', '{"type":"hello"}', '"snapshot"'])('that is none (%s) is refused with a reason', (text) => {
    expect(parseMessage(text)).toMatchObject({ ok: false, reason: expect.any(String) });
  });

  it('with more rows than any session has is refused', () => {
    const rows = Array.from({ length: 1001 }, () => fullSnapshot.board.rows[0]);
    expect(parseMessage(JSON.stringify({ ...fullSnapshot, board: { ...fullSnapshot.board, rows } })).ok).toBe(false);
  });
});

describe('the types', () => {
  it('are what the schema makes', async () => {
    const made = readFileSync(new URL('../../src/lib/feed/board.types.ts', import.meta.url), 'utf8');
    expect(made, 'run npm run types').toBe(await boardTypes());
  });
});
