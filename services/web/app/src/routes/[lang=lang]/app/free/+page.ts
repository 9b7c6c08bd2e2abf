import ofFree from '$lib/made/text/free';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofFree, lang, region);
  return { t, title: t.title };
};
