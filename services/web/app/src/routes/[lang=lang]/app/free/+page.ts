import ofFree from '$lib/made/text/free';
import ofLabels from '$lib/made/text/labels';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, labels] = await Promise.all([words(ofFree, lang, region), words(ofLabels, lang, region)]);
  return { t, labels, title: t.title };
};
