import ofPath from '$lib/made/text/path';
import ofLabels from '$lib/made/text/labels';
import ofEvents from '$lib/made/text/events';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, labels, events] = await Promise.all([words(ofPath, lang, region), words(ofLabels, lang, region), words(ofEvents, lang, region)]);
  return { t, labels, events, title: t.title };
};
