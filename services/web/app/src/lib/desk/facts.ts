// What a visit says beside its needs; optional at the desk, completed afterwards.
import type { Input } from './visit';

export interface Facts {
  language: string;
  languageMet: Input['languageMet'];
  mode: Input['mode'];
  relationToArea: NonNullable<Input['relationToArea']> | null;
  minutes: number | null;
}

/** Nothing is guessed: a language nobody noted is unknown. */
export const blank = (): Facts => ({ language: 'und', languageMet: 'DIRECT', mode: 'WALK_IN', relationToArea: null, minutes: null });
