import ofRefer from '$lib/made/text/refer';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofRefer, lang, region);
  return { t, title: t.title };
};
