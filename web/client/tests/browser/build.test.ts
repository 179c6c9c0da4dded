// What the build leaves for the server: files that a browser may keep for a year, and a page that needs nothing from elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtPage } from './builtPage';

describe('the built page', () => {
  const root = builtPage();

  it('names each file below assets by what is in it, since the server lets browsers keep it', () => {
    const files = readdirSync(join(root, 'assets'));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((name) => !/-[\w-]{8}\.(js|css|woff2)$/.test(name))).toEqual([]);
  });

  it('asks nothing of another server', () => {
    for (const name of ['index.html', 'fonts.css', 'manifest.webmanifest']) {
      expect(readFileSync(join(root, name), 'utf8'), name).not.toMatch(/https?:\/\/|url\("?\/\//);
    }
  });
});
