// What the framework brings to every screen and this app has no use for, left out of the scripts. Each part looks at what
// it leaves out: a version of the framework that is written otherwise ends the build instead of breaking the app.
import type { Plugin } from 'vite';

/** What SvelteKit takes of Svelte; it imports all of it, with what only others would use. */
const TAKEN = ['onMount', 'settled', 'tick', 'untrack'];
const ONLY = 'virtual:svelte-taken';
const CLIENT = /@sveltejs\/kit\/src\/runtime\/client\/client\.js$/;

/** Questions of `load` are kept in the page and answered from it. Ours ask nothing: they bring words. */
const FETCHER = /@sveltejs\/kit\/src\/runtime\/client\/fetcher\.js$/;
const ASKED = ['dev_fetch', 'initial_fetch', 'lock_fetch', 'subsequent_fetch', 'unlock_fetch'];
const PLAIN = `const nothing = () => {};
export const lock_fetch = nothing, unlock_fetch = nothing;
export const dev_fetch = (resource, options) => window.fetch(resource, options);
export const initial_fetch = dev_fetch;
export const subsequent_fetch = (resource, resolved, options) => window.fetch(resolved, options);
`;

/** The announcer of new pages carries its style in an attribute, which a strict content security policy forbids; our own
 * class says the same. */
const ROOT = /generated\/root\.svelte$/;

/** What Vite does before a part that comes later is shown: its styles are brought. Vite's own also preloads scripts, which
 * are not asked for here (`modulePreload`), and begins with the scripts only when the styles are there. */
const PRELOAD = '\0vite/preload-helper.js';
const STYLES = `const sheets = {};
const sheet = (href) => sheets[href] ??= new Promise((done, failed) => {
  if ([...document.querySelectorAll('link[rel=stylesheet]')].some((one) => one.getAttribute('href') === href)) return done();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done });
  link.onerror = () => {
    link.remove();
    delete sheets[href];
    failed(new Error(href));
  };
  document.head.append(link);
});
export const __vitePreload = (part, styles = []) => Promise.all([part(), ...styles.map(sheet)]).then(([found]) => found);
`;

/** Without comments and addresses. */
const bare = (code: string): string => code.replace(/\/\*[^]*?\*\/|https?:\S+/g, '');

/** Of the client of SvelteKit, what it takes of Svelte, and nothing else. */
function narrowed(code: string, refuse: (why: string) => void): string {
  const others = [...bare(code).matchAll(/(?<![.\w])svelte\.(\w+)/g)].map(([, name = '']) => name).filter((name) => name !== 'fork' && !TAKEN.includes(name));
  const asked = /import \{ ([^}]*) \} from '\.\/fetcher\.js'/.exec(code)?.[1]?.split(', ') ?? [];
  if (!code.includes("import * as svelte from 'svelte';") || others.length > 0) refuse(`SvelteKit takes Svelte in another way than it did: ${others}`);
  if (asked.join() !== ASKED.join()) refuse(`SvelteKit asks in another way than it did: ${asked}`);
  return code.replace("from 'svelte'", `from '${ONLY}'`);
}

/** The plugin of the build. */
export const lighter: Plugin = {
  name: 'lighter',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === ONLY ? ONLY : null),
  load(id) {
    if (id === ONLY) return `export { ${TAKEN} } from 'svelte';`;
    return FETCHER.test(id) ? PLAIN : null;
  },
  transform(code, id) {
    if (CLIENT.test(id)) return { code: narrowed(code, (why) => this.error(why)), map: null };
    if (id === PRELOAD) {
      if (!/export (const|\{) ?__vitePreload/.test(code)) this.error('Vite preloads in another way than it did');
      return { code: STYLES, map: null };
    }
    if (ROOT.test(id)) return { code: code.replace(/style="position: absolute;[^"]*"/, 'class="sr"'), map: null };
    return null;
  }
};
