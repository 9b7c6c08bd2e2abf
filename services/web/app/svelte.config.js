// How the app is built: every page of every language becomes a file, so that the first byte has the right
// language and direction, and the first paint needs no script.
import { readdirSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const LANGS = ['fr', 'nl', 'ar', 'en'];
const screens = readdirSync(new URL('src/routes/[lang=lang]/app', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => `/${entry.name}`);
const pages = LANGS.flatMap((lang) => ['', ...screens].map((screen) => `/${lang}/app${screen}`));

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    discloseVersion: false,
    // All of it is written for Svelte 5: what older components need stays out of the scripts.
    runes: true,
    // Short class names: they are in every page, script and sheet.
    cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`
  },
  kit: {
    adapter: adapter({ pages: process.env.WEB_BUILD ?? 'build', strict: false }),
    alias: { $lib: 'src/lib', $style: '../style' },
    paths: { relative: false },
    prerender: { entries: pages, crawl: false, handleMissingId: 'ignore' },
    serviceWorker: { register: false },
    version: { name: process.env.WEB_VERSION ?? 'development' },
    output: { preloadStrategy: 'modulepreload' }
  }
};
