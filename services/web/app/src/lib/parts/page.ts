// What every part of a screen may know of the page: its language, and the words all screens share.
import { getContext, setContext } from 'svelte';
import type { Lang, Region } from '$lib/text/lang';
import { tagOf } from '$lib/text/lang';
import type { Groups } from '$lib/text';

export interface Page {
  readonly lang: Lang;
  readonly region: Region;
  readonly core: Groups['core'];
}

const PAGE = Symbol('page');

/** Told once by the layout; its fields change with the language. */
export const tellPage = (page: Page): Page => setContext(PAGE, page);

export const usePage = (): Page => getContext<Page>(PAGE);

/** The address of a screen. */
export const to = (page: Page, screen: string): string => `/${page.lang}/app${screen ? `/${screen}` : ''}`;

/** The tag for dates and numbers. */
export const tag = (page: Page): string => tagOf(page.lang, page.region);
