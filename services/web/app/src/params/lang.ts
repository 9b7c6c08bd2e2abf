import { isLang } from '$lib/text/lang';
import type { ParamMatcher } from '@sveltejs/kit';

/** The four languages of the address. */
export const match: ParamMatcher = (word) => isLang(word);
