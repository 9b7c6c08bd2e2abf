import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { lighter } from './tools/lighter.ts';

/** What every screen needs comes in one piece: thirty small files cost more over a slow line than they save. */
const BASE = /\/src\/lib\/(client\/(alone|ask|db|ids|kept|line|operation|seal|session|start|trouble)\.|outbox\/|text\/(?!words|label)|desk\/(tiles|desk|visit|shown)\.|screens|parts\/(Bars|Connection|Head|Icon|ReadOnly|StatusLine|Tile|page|status|today))|\/made\/operations\/(start|sessions|record)\.|\/made\/text\/(core|visit)\.ts|rolldown\/runtime|virtual:svelte-taken|\/app\/\+layout\.(svelte|ts)$|\/node_modules\/(svelte\/(?!src\/internal\/client\/dom\/blocks\/await)|@sveltejs\/|esm-env\/|clsx\/)|\/icons\/|generated\/root\./;

/** What most other screens show: an answer and its states, fields, choices, labels. The films bring their own. */
const PARTS = /\/src\/lib\/(parts\/(?!Clips|HalfDays|More|Part\.|listed)|client\/(reading|pages|live)\.|text\/)|\/made\/text\/labels\.ts$/;

/** What coming in and going out need. */
const DOORS = /\/src\/lib\/client\/(enter|leave|passkey|ways)\.|\/made\/text\/sign-in\.ts$/;

/** What several screens of the desk share. */
const DESK = /\/src\/lib\/(desk|parts)\/|\/made\/text\/[\w-]+\.ts$/;

/** The first that a module belongs to takes it, and what it needs. */
const GROUPS = [
  { name: 'base', test: BASE, priority: 4 },
  { name: 'parts', test: PARTS, priority: 3 },
  { name: 'doors', test: DOORS, priority: 2 },
  { name: 'shared', test: DESK, priority: 1, minShareCount: 3 }
];

export default defineConfig({
  plugins: [lighter, sveltekit()],
  // The style sheet and the icons are shared with the pages from Rust and lie beside the app.
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The service worker has every script of the shell; only styles must be there before a screen is shown, and those
    // of all screens are in every page.
    modulePreload: { polyfill: false, resolveDependencies: (_file, all) => all.filter((one) => one.endsWith('.css') && !/\bbase\./.test(one)) }
  },
  environments: {
    client: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } } }
    }
  }
});
