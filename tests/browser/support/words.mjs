// The words of the screens, by their keys in the locales: a test in Arabic can be read by whoever reads none.
import { readFileSync } from 'node:fs';

const text = (lang) => readFileSync(new URL(`../../../services/web/locales/${lang}.ftl`, import.meta.url), 'utf8');

/** What a key says in a language, as a pattern: quotes and spaces are set finer on screen, what is filled in is open. */
export function wordsOf(lang) {
  const all = new Map();
  for (const [, key, words] of text(lang).matchAll(/^([a-zA-Z][\w-]*) = (.*)$/gm)) all.set(key, words);
  return (key) => {
    const words = all.get(key);
    if (words === undefined || words.endsWith('->')) throw new Error(`${lang}: no plain words for ${key}`);
    const parts = words.split(/\{[^}]*\}/).map((part) =>
      part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "['’]").replace(/\s+(?=[?!:;])/g, '\\s*').replace(/\s+/g, '\\s+')
    );
    return parts.join('.*');
  };
}
