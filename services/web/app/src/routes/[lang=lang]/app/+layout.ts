import ofCore from '$lib/made/text/core';
import { session } from '$lib/client/session.svelte';
import { words } from '$lib/text';
import type { Lang } from '$lib/text/lang';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
  const lang = params.lang as Lang;
  const region = session.known?.region ?? 'BE';
  return { lang, region, core: await words(ofCore, lang, region) };
};
