import ofToday from '$lib/made/text/today';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofToday, lang, region);
  return { t, title: t.title };
};
