import ofDesk from '$lib/made/text/desk';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofDesk, lang, region);
  return { t, title: t.title };
};
