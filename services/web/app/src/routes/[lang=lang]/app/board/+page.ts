import ofVisit from '$lib/made/text/visit';
import ofBoard from '$lib/made/text/board';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, visit] = await Promise.all([words(ofBoard, lang, region), words(ofVisit, lang, region)]);
  return { t, visit, title: t.title };
};
