import ofCharter from '$lib/made/text/charter';
import ofLabels from '$lib/made/text/labels';
import ofMine from '$lib/made/text/mine';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, labels, charter] = await Promise.all([words(ofMine, lang, region), words(ofLabels, lang, region), words(ofCharter, lang, region)]);
  return { t, labels, charter, title: t.title };
};
