import { shownTo } from '$lib/screens';
import { directionOf, isLang } from '$lib/text/lang';
import type { Handle } from '@sveltejs/kit';

/** Language and direction are right in the first byte of every page that is written at the build, which also says whom
 * it is for. */
export const handle: Handle = ({ event, resolve }) => {
  const word = event.params['lang'] ?? '';
  const lang = isLang(word) ? word : 'fr';
  const roles = shownTo(event.url.pathname.split('/')[3] ?? '');
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replaceAll('%lang%', lang).replaceAll('%dir%', directionOf(lang)).replaceAll('%roles%', roles)
  });
};
