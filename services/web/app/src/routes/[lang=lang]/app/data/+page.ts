import ofCharter from '$lib/made/text/charter';
import ofLabels from '$lib/made/text/labels';
import ofData from '$lib/made/text/data';
import ofWays from '$lib/made/text/ways';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, labels, ways, charter] = await Promise.all([
    words(ofData, lang, region),
    words(ofLabels, lang, region),
    words(ofWays, lang, region),
    words(ofCharter, lang, region)
  ]);
  return { t, labels, ways, charter, title: t.title };
};
