// Languages by their codes (ISO 639-3), named by the browser in the language of the page.
import { tag, type Page } from '$lib/parts/page';

/** The languages asked for most often, in the order of the choice; `und` is not said. */
export const OFTEN = ['und', 'fra', 'nld', 'ara', 'eng', 'sfb'] as const;

/** Others that can be chosen. */
export const OTHERS = ['ary', 'spa', 'por', 'ron', 'tur', 'rus', 'ukr', 'bul', 'pol', 'ita', 'sqi', 'fas', 'pus', 'urd', 'tir', 'amh', 'som', 'lin', 'swa', 'ful', 'deu', 'vgt', 'fcs', 'ase'] as const;

/** Sign languages have no tag the browsers know: their own short names. */
const SIGNED: Record<string, string> = { sfb: 'LSFB', vgt: 'VGT', fcs: 'LSQ', ase: 'ASL' };
const SHORT: Record<string, string> = { fra: 'fr', nld: 'nl', ara: 'ar', eng: 'en', spa: 'es', por: 'pt', ron: 'ro', tur: 'tr', rus: 'ru', ukr: 'uk', bul: 'bg', pol: 'pl', ita: 'it', sqi: 'sq', fas: 'fa', pus: 'ps', urd: 'ur', tir: 'ti', amh: 'am', som: 'so', lin: 'ln', swa: 'sw', ful: 'ff', deu: 'de' };

/** Whether a language is signed. */
export const isSigned = (code: string): boolean => code in SIGNED;

/** The name of a language in the language of the page. */
export function languageName(page: Page, code: string): string {
  if (code === 'und') return page.core.languageUnknown;
  const signed = SIGNED[code];
  if (signed) return page.core.languageSigned({ name: signed });
  try {
    const name = new Intl.DisplayNames([tag(page)], { type: 'language' }).of(SHORT[code] ?? code) ?? code;
    return name.charAt(0).toLocaleUpperCase(tag(page)) + name.slice(1);
  } catch {
    return code;
  }
}
