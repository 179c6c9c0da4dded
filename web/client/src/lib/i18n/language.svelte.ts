// The page's language: what the viewer chose, else the browser's, else English.
import { getContext, setContext } from 'svelte';
import { oneOf } from '../feed/readers';
import { remember, remembered } from '../persisted';
import { catalogues, chooseLanguage, languages, type Language } from './catalogues';
import { en } from './en';

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
