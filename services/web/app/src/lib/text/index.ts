// Texts by group and language; each is a chunk of its own, so that a screen brings only its words.
import type { Lang, Region } from './lang';

export type { Groups } from '$lib/made/text/types';
export type { Lang, Region } from './lang';

/** Where a group is read from, by language. */
export interface Group<Words> {
  fr: Load<Words>;
  nl: Load<Words>;
  ar: Load<Words>;
  en: Load<Words>;
  CA?: Load<Words>;
}

type Load<Words> = () => Promise<{ default: Words }>;

/** What a group says. */
export type WordsOf<G> = G extends Group<infer Words> ? Words : never;

/** The words of a group. */
export async function words<G extends Group<unknown>>(group: G, lang: Lang, region: Region = 'BE'): Promise<WordsOf<G>> {
  const load = (lang === 'fr' && region === 'CA' && group.CA) || group[lang];
  return (await load()).default as WordsOf<G>;
}
