import ofSignIn from '$lib/made/text/sign-in';
import { words } from '$lib/text';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { lang, region } = await parent();
  const t = await words(ofSignIn, lang, region);
  return { t, title: t.title };
};
