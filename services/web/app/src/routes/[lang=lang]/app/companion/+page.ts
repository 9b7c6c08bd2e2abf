import ofCompanion from '$lib/made/text/companion';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofCompanion, lang, region);
  return { t, title: t.title };
};
