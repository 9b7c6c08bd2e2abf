import ofGathering from '$lib/made/text/gathering';
import ofLabels from '$lib/made/text/labels';
import ofMeetings from '$lib/made/text/meetings';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, labels, list] = await Promise.all([words(ofGathering, lang, region), words(ofLabels, lang, region), words(ofMeetings, lang, region)]);
  return { t, labels, list, title: t.title };
};
