// Words of the network in several languages: those of the page, or the nearest there are.
import type { Lang } from './lang';

export type Localized = { fr: string | null; nl: string | null; ar: string | null; en: string | null };

const NEAREST: Record<Lang, readonly Lang[]> = {
  fr: ['fr', 'nl', 'en', 'ar'],
  nl: ['nl', 'fr', 'en', 'ar'],
  ar: ['ar', 'fr', 'en', 'nl'],
  en: ['en', 'fr', 'nl', 'ar']
};

/** The words in the language of the page, or in the nearest one they have. */
export function said(words: Localized | null | undefined, lang: Lang): string {
  for (const one of NEAREST[lang]) {
    const text = words?.[one];
    if (text) return text;
  }
  return '';
}
