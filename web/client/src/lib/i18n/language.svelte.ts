// The page's language: what the viewer chose, else the browser's, else English. A catalogue more in `catalogues` is a language more.
import { getContext, setContext } from 'svelte';
import { oneOf } from '../feed/readers';
import { remember, remembered } from '../persisted';
import type { Catalogue } from './catalogue';
import { en } from './en';
import { fr } from './fr';

/** Languages the product is prepared for; those with a catalogue can be chosen. */
export type Language = 'en' | 'fr' | 'es' | 'de' | 'it' | 'nl' | 'pt';

export const catalogues: Partial<Record<Language, Catalogue>> & { en: Catalogue } = { en, fr };

export const languages = Object.keys(catalogues) as Language[];

/** The first language of the browser's list that has a catalogue. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

export class LanguageChoice {
  current = $state<Language>(remembered('language', oneOf(languages)) ?? chooseLanguage(navigator.languages));
  words = $derived(catalogues[this.current] ?? en);

  /** The language that the switch offers. */
  after = $derived(languages[(languages.indexOf(this.current) + 1) % languages.length] ?? 'en');

  next(): void {
    this.current = this.after;
    remember('language', this.current);
  }
}

const key = Symbol('language');

export function provideLanguage(): LanguageChoice {
  return setContext(key, new LanguageChoice());
}

export function useLanguage(): LanguageChoice {
  return getContext<LanguageChoice>(key);
}
