// The languages there are. A line more in `catalogues` is a language more.
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
