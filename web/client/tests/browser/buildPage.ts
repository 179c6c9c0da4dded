// The page as it is served: built once a run, into a folder of its own unless CHICANE_WEB_OUT names one that is built already.
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let built: Promise<string> | undefined;

async function buildInto(): Promise<string> {
  const given = process.env['CHICANE_WEB_OUT'];
  if (given && existsSync(join(given, 'index.html'))) return resolve(given);
  const outDir = await mkdtemp(join(tmpdir(), 'chicane-web-'));
  await build({ root: fileURLToPath(new URL('../..', import.meta.url)), logLevel: 'warn', build: { outDir } });
  return outDir;
}

export function buildPage(): Promise<string> {
  built ??= buildInto();
  return built;
}
