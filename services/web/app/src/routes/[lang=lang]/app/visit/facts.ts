import type { Input } from '$lib/desk/visit';

/** What a visit says beside its needs; optional at the desk, completed afterwards. */
export interface Facts {
  language: string;
  languageMet: Input['languageMet'];
  mode: Input['mode'];
}

/** Nothing is guessed: a language nobody noted is unknown. */
export const blank = (): Facts => ({ language: 'und', languageMet: 'DIRECT', mode: 'WALK_IN' });
