import ofVisit from '$lib/made/text/visit';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofVisit, lang, region);
  return { t, title: t.title };
};
