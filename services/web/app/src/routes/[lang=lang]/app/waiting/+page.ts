import ofWaiting from '$lib/made/text/waiting';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofWaiting, lang, region);
  return { t, title: t.title };
};
