import ofSignIn from '$lib/made/text/sign-in';
import ofWays from '$lib/made/text/ways';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const [t, ways] = await Promise.all([words(ofSignIn, lang, region), words(ofWays, lang, region)]);
  return { t, ways, title: t.title };
};
