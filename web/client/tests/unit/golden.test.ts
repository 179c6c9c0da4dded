// Messages that the server's own tests wrote (CHICANE_GOLDEN: a folder with feed*.json, one message a file, or feed*.jsonl, one a line)
// are of the schema, and the page reads them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../src/lib/feed/parse';

const folder = process.env['CHICANE_GOLDEN'];
const files = folder && existsSync(folder) ? readdirSync(folder).filter((name) => /^feed.*\.jsonl?$/.test(name)) : [];
const schema = JSON.parse(readFileSync(new URL('../../../schema/board.schema.json', import.meta.url), 'utf8')) as object;

if (folder === undefined) console.log('SKIP golden messages: CHICANE_GOLDEN is not set');

describe.skipIf(folder === undefined)('golden messages', () => {
  it('are there, since somebody said where', () => expect(files, `no feed*.json in ${folder}: the server's tests (web_feed) write them`).not.toEqual([]));

  const valid = new Ajv({ allErrors: true, strict: false }).compile(schema);

  it.each(files)('%s is of the schema and is read', (name) => {
    const text = readFileSync(join(folder ?? '', name), 'utf8');
    const messages = name.endsWith('.jsonl') ? text.split('\n').filter((line) => line !== '') : [text];
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(valid(JSON.parse(message)), JSON.stringify(valid.errors)).toBe(true);
      expect(parseMessage(message)).toMatchObject({ ok: true });
    }
  });
});
