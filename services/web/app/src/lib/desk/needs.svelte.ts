// The needs taxonomy in the language of the page: asked for once, kept for work without a line.
import { Taxonomy, type TaxonomyResult } from '$lib/made/operations/needs';
import { Reading } from '$lib/client/reading.svelte';
import type { Lang } from '$lib/text/lang';

type Need = TaxonomyResult['needsTaxonomy'][number];

class Needs {
  readonly reading = new Reading(Taxonomy, { keep: 'needs' });
  #asked = false;

  /** Asks for them, the first time they are wanted. */
  want(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.reading.ask({});
  }

  /** Those one may choose. */
  get all(): Need[] {
    return (this.reading.data?.needsTaxonomy ?? []).filter((need) => !need.successor);
  }

  /** What a need is called; its code until that is known. */
  label(code: string, lang: Lang): string {
    const need = this.reading.data?.needsTaxonomy.find((one) => one.code === code);
    return need?.labels[lang] ?? code;
  }
}

export const needs = new Needs();
