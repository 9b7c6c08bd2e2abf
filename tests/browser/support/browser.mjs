// A browser as people have it: Debian's Chromium, with a profile of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './world.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });

/** A browser whose owner asked for letters twice as large, as in its settings: a device with one page size. */
export async function twiceTheLetters(world, viewport) {
  const profile = mkdtempSync(join(tmpdir(), 'entraide-profile-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs: { default_font_size: 32 } } }));
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, headless: true, args: FLAGS, viewport, baseURL: world.url });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}

export const PHONE = { width: 390, height: 844 };
export const SMALL = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 900 };

/** A device of somebody: its storage is its own; what goes wrong in it is noted. `ahead` is by how
 * many milliseconds its clock is ahead. */
export async function device(browser, world, { viewport = PHONE, scheme = 'light', locale = 'fr-BE', ahead = 0 } = {}) {
  const context = await browser.newContext({ viewport, colorScheme: scheme, locale, timezoneId: 'Europe/Brussels', baseURL: world.url });
  const faults = [];
  const watch = (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`${message.type()}: ${message.text()} (${page.url()})`);
    });
    page.on('pageerror', (error) => faults.push(`${error} (${page.url()})`));
  };
  context.on('page', watch);
  if (ahead) await setClock(context, ahead);
  return { context, faults, page: () => context.newPage() };
}

/** The clock of a device is ahead from now on, by so many milliseconds. */
export async function setClock(context, ahead) {
  await context.addInitScript(shifted, ahead);
  for (const page of context.pages()) await page.evaluate(shifted, ahead);
}

/** Run in a page: its dates are ahead of the machine's. */
function shifted(ahead) {
  if (globalThis.ahead === undefined) {
    const Real = Date;
    const now = () => Real.now() + globalThis.ahead;
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [now()] : given));
      }
      static now() {
        return now();
      }
    };
  }
  globalThis.ahead = ahead;
}

/** Somebody comes in by one click. */
export async function signIn(page, who = 'Nora', lang = 'fr') {
  await page.goto(`/${lang}/app/sign-in`);
  await page.getByRole('button', { name: new RegExp(`^${who} `) }).first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.locator('nav.screens a').first().waitFor();
}

/** Waits until the service worker has the shell. */
export const shellKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** Waits until the device knows that the desk is open: before, a visit without a line asks to open it. */
export const deskKnown = (page) => page.waitForFunction(() => Boolean(JSON.parse(localStorage.getItem('entraide.desk') ?? 'null')?.session));

/** How many acts wait on this device. */
export const waiting = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('entraide');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('outbox').objectStore('outbox').count();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result);
          };
        };
      })
  );

/** Answers that hold something come when they are let go; `unrouteAll` ends it. */
export async function held(context, holds) {
  let letGo;
  const late = new Promise((resolve) => (letGo = resolve));
  await context.route('**/graphql', async (route) => {
    const response = await route.fetch();
    if (holds((await response.json()).data ?? {})) await late;
    await route.fulfill({ response });
  });
  return letGo;
}

/** Waits until a condition holds; fails with its last value. */
export async function until(look, holds, within = 20_000) {
  const end = Date.now() + within;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
