// Makes src/lib/feed/board.types.ts from web/schema/board.schema.json. `npm run types` writes it; a test compares.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const schemaFile = new URL('../../schema/board.schema.json', import.meta.url);
const typesFile = new URL('../src/lib/feed/board.types.ts', import.meta.url);

/** The text that board.types.ts must have. @returns {Promise<string>} */
export async function boardTypes() {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
  return compile(schema, 'FeedMessage', {
    bannerComment: '// Made from web/schema/board.schema.json by `npm run types`. Do not edit.',
    maxItems: 0,
    style: { singleQuote: true, printWidth: 140 },
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(typesFile, await boardTypes());
}
