// Languages are whole, flags are short, and no colour or size is written outside the tokens.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogues, chooseLanguage } from '../../src/lib/i18n/catalogues';
import { en } from '../../src/lib/i18n/en';

function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
}

describe.each(Object.entries(catalogues))('the catalogue %s', (_, catalogue) => {
  it('has every word, and no empty one', () => {
    expect(leaves(catalogue).map(([path]) => path).sort()).toEqual(leaves(en).map(([path]) => path).sort());
    for (const [path, word] of leaves(catalogue)) {
      if (path !== '.clock.none') expect(typeof word === 'function' || (typeof word === 'string' && word.trim() !== ''), path).toBe(true);
    }
  });

  it('has flags of at most nine letters for the flag block', () => {
    for (const word of Object.values(catalogue.flagShort)) expect(word.replace(/[^\p{L}]/gu, '').length, word).toBeLessThanOrEqual(9);
  });

  it('says what it was given', () => {
    for (const [path, word] of leaves(catalogue)) {
      if (typeof word === 'function') expect(String((word as (...given: unknown[]) => string)('7', 7, 'x')), path).toMatch(/7/);
    }
  });
});

describe('the language', () => {
  it.each([[['fr-CA', 'en'], 'fr'], [['de', 'fr'], 'fr'], [['ja'], 'en'], [[], 'en'], [['EN-us'], 'en']])('of a browser that wants %j is %s', (wanted, language) =>
    expect(chooseLanguage(wanted)).toBe(language));
});

describe('the look', () => {
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  const files = (readdirSync(source, { recursive: true }) as string[]).filter((name) => /\.(svelte|css)$/.test(name));

  it.each(files)('%s writes no colour, and a size only as a named property', (name) => {
    const text = readFileSync(`${source}/${name}`, 'utf8');
    const style = name.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
    const plain = style
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/--[\w-]+:[^;}]+/g, '')
      .replace(/@media[^{]+/g, '')
      .replace(/\.sr \{[^}]*\}/, '');
    expect(plain.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsl|\b\d*\.?\d+(px|ms|s|rem)\b/gi) ?? []).toEqual([]);
    expect(text.match(/\sstyle="/g) ?? [], 'a style attribute in markup').toEqual([]);
  });
});
