import ofMeetings from '$lib/made/text/meetings';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofMeetings, lang, region);
  return { t, title: t.title };
};
