// What texts are made with: numbers, plural forms, words of others kept apart.
import { tagOf, type Lang } from './lang';

const FIRST_STRONG = '\u2068';
const POP = '\u2069';

/** A name inside a sentence keeps its own direction. */
export const apart = (words: string): string => FIRST_STRONG + words + POP;

const rules = new Map<Lang, Intl.PluralRules>();
const numbers = new Map<Lang, Intl.NumberFormat>();

function once<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  let value = kept.get(key);
  if (value === undefined) kept.set(key, (value = make()));
  return value;
}

/** A number as it is written in a language. */
export const number = (lang: Lang, value: number): string =>
  once(numbers, lang, () => new Intl.NumberFormat(tagOf(lang, 'BE'))).format(value);

type Variants = Record<string, () => string>;

/** The form of a number in a language. */
export function plural(lang: Lang, value: number, variants: Variants, other: string): string {
  const exact = variants[String(value)];
  if (exact) return exact();
  const form = once(rules, lang, () => new Intl.PluralRules(lang)).select(value);
  return (variants[form] ?? variants[other])?.() ?? '';
}

/** One of several wordings. */
export const choice = (value: string, variants: Variants, other: string): string =>
  (variants[value] ?? variants[other])?.() ?? '';
