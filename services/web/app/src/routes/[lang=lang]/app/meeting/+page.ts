import ofGathering from '$lib/made/text/gathering';
import ofMeetings from '$lib/made/text/meetings';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, list] = await Promise.all([words(ofGathering, lang, region), words(ofMeetings, lang, region)]);
  return { t, list, title: t.title };
};
