// The page as it is served, built once a run into a folder that goes with it, unless CHICANE_WEB_OUT names one that is built already.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    builtPage: string;
  }
}

/** Vitest calls it before the first test file; what it gives back is called after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['CHICANE_WEB_OUT'];
  if (given && existsSync(join(given, 'index.html'))) {
    project.provide('builtPage', resolve(given));
    return async () => {};
  }
  const outDir = await mkdtemp(join(tmpdir(), 'chicane-web-'));
  project.provide('builtPage', outDir);
  await build({ root: fileURLToPath(new URL('../..', import.meta.url)), logLevel: 'warn', build: { outDir } });
  return () => rm(outDir, { recursive: true });
}
