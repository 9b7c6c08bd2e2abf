// The languages of the interface.

/** A language of the address. */
export type Lang = 'fr' | 'nl' | 'ar' | 'en';

export interface Language {
  lang: Lang;
  /** Its own name, in its own script. */
  name: string;
  /** The same where there is little room. */
  short: string;
}

export const LANGS: readonly Language[] = [
  { lang: 'fr', name: 'Français', short: 'FR' },
  { lang: 'nl', name: 'Nederlands', short: 'NL' },
  { lang: 'ar', name: 'العربية', short: 'ع' },
  { lang: 'en', name: 'English', short: 'EN' }
];

export const isLang = (word: string): word is Lang => LANGS.some(({ lang }) => lang === word);

export const directionOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr');

/** Where a network is decides which French it speaks. */
export type Region = 'BE' | 'CA';

/** The tag the server and the browser's own formats are asked for. Arabic is read here with European digits. */
export function tagOf(lang: Lang, region: Region): string {
  if (lang === 'fr') return region === 'CA' ? 'fr-CA' : 'fr-BE';
  if (lang === 'ar') return 'ar-MA-u-nu-latn';
  return lang === 'nl' ? 'nl-BE' : 'en-GB';
}
