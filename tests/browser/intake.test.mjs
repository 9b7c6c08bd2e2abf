// A visit in three taps, and what the desk weighs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { device, PHONE, signIn, until } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { weigh } from './support/weight.mjs';
import { stored } from './support/world.mjs';

/** Bytes of script, and of everything, as they come over the line. */
const SCRIPT = 45_000;
const WHOLE = 60_000;
/** Bytes of script where each file is packed by gzip, which every line and every browser has. */
const BY_GZIP = 44_000;

const here = setting(openHouse);

test('a visit is three taps from the open page', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  const before = (await stored(here.node, here.session)).length;

  await page.getByRole('checkbox', { name: 'Logement' }).click();
  await page.getByRole('checkbox', { name: 'Informé' }).click();
  await page.getByRole('button', { name: /^Enregistrer/ }).click();

  await page.getByRole('status').getByText('Visite enregistrée').waitFor();
  const visits = await stored(here.node, here.session);
  assert.equal(visits.length, before + 1);
  assert.deepEqual(visits.at(-1).needs, [{ code: 'HOU.FIND' }]);
  assert.equal(await page.locator('input[name="need"]:checked').count(), 0, 'the form is ready for the next person');
  assert.deepEqual(nora.faults, []);
  await nora.context.close();
});

test('a visit is taken back by one tap', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  const before = (await stored(here.node, here.session)).length;
  await page.getByRole('checkbox', { name: 'Santé' }).click();
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await page.getByRole('status').getByRole('button', { name: 'Défaire' }).click();
  await page.getByRole('status').getByText('La visite est retirée').waitFor();
  await until(() => stored(here.node, here.session), (visits) => visits.length === before);
  await nora.context.close();
});

test('a visit without a need is not recorded, and the way out is said', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await page.getByRole('status').getByText('Choisissez d’abord un besoin').waitFor();
  await nora.context.close();
});

test('taps before the scripts are there are kept', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  const before = (await stored(here.node, here.session)).length;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await nora.context.route(/\/_app\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/fr/app/visit', { waitUntil: 'commit' });
  await page.getByRole('checkbox', { name: 'Papiers' }).click();
  await page.getByRole('checkbox', { name: 'Orienté' }).click();
  await page.getByText('Enregistrer', { exact: true }).click();
  release();
  await page.getByRole('status').getByText('Visite enregistrée').waitFor();
  const visits = await stored(here.node, here.session);
  assert.equal(visits.length, before + 1);
  assert.deepEqual(visits.at(-1).needs, [{ code: 'ADM.FORM' }]);
  await nora.context.close();
});

test('on the screen of a desk nothing lies under the save button', here.can, async () => {
  const nora = await device(here.browser, here.node, { viewport: { width: 1280, height: 720 } });
  const page = await nora.page();
  await signIn(page);
  for (const lang of ['fr', 'nl', 'ar', 'en']) {
    await page.goto(`/${lang}/app/visit`);
    await page.locator('form button.main[type="submit"]').waitFor();
    const [lowest, foot] = await page.evaluate(() => [
      Math.max(...[...document.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect().bottom)),
      document.querySelector('.foot').getBoundingClientRect().top
    ]);
    assert.ok(lowest <= foot, `${lang}: tiles end at ${lowest}, the button begins at ${foot}`);
  }
  await nora.context.close();
});

test('what is said never covers the save button, however tall the window', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  for (const [width, height] of [[1280, 720], [1280, 900], [1440, 1000], [1024, 860], [700, 900]]) {
    await page.setViewportSize({ width, height });
    await page.goto('/fr/app/visit');
    await page.locator('form button.main[type="submit"]').click();
    await page.getByRole('status').getByText('Choisissez d’abord un besoin').waitFor();
    for (const end of [0, 1]) {
      const [said, button] = await page.evaluate((end) => {
        window.scrollTo(0, end * document.documentElement.scrollHeight);
        return ['[role="status"] > *', 'form button.main[type="submit"]'].map((one) => document.querySelector(one).getBoundingClientRect());
      }, end);
      assert.ok(said.bottom <= button.top, `${width} × ${height}: said until ${said.bottom}, the button from ${button.top} to ${button.bottom}`);
    }
  }
  await nora.context.close();
});

test('on a telephone the way to the details is seen, and what was just said can be scrolled away from it', here.can, async () => {
  const nora = await device(here.browser, here.node, { viewport: PHONE });
  const page = await nora.page();
  await signIn(page);
  for (const lang of ['fr', 'ar']) {
    await page.goto(`/${lang}/app/visit`);
    await page.locator('form button.main[type="submit"]').waitFor();
    const more = page.locator('main form button[aria-expanded="false"]');
    const over = (what) => more.evaluate((one, what) => one.getBoundingClientRect().bottom - document.querySelector(what).getBoundingClientRect().top, what);
    assert.ok((await over('.foot')) <= 0, `${lang}: the bar at the bottom lies over it`);
    await page.locator('input[value="HOU.FIND"]').click();
    await page.locator('form button.main[type="submit"]').click();
    await page.getByRole('status').getByRole('button').first().waitFor();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    assert.ok((await over('[role="status"] > *')) <= 0, `${lang}: what was said lies over it`);
  }
  await nora.context.close();
});

test('the desk weighs no more than it may', here.can, async () => {
  const first = await device(here.browser, here.node, { viewport: PHONE });
  const page = await first.page();
  await signIn(page);
  const cold = await device(here.browser, here.node, { viewport: PHONE });
  await cold.context.addCookies(await first.context.cookies());
  const known = await page.evaluate(() => localStorage.getItem('entraide.session'));
  await cold.context.addInitScript((kept) => localStorage.setItem('entraide.session', kept), known);
  // The service worker takes the whole shell along afterwards; that is not what the first screen waits for.
  await cold.context.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  const desk = await cold.page();
  const weight = await weighed(desk, '/fr/app/visit');
  console.log(`intake: script ${weight.script} bytes of ${SCRIPT}, by gzip ${weight.gzip} of ${BY_GZIP}; everything ${weight.whole} bytes of ${WHOLE}`);
  assert.ok(weight.script <= SCRIPT, `script: ${weight.script} bytes\n${weight.list}`);
  assert.ok(weight.gzip <= BY_GZIP, `script by gzip: ${weight.gzip} bytes\n${weight.list}`);
  assert.ok(weight.whole <= WHOLE, `everything: ${weight.whole} bytes\n${weight.list}`);
  await first.context.close();
  await cold.context.close();
});

/** What comes over the line until the desk can be used, and right after: bodies as they are packed, and scripts as gzip
 * packs them; answers of the API left out. */
async function weighed(page, path) {
  const weight = await weigh(await page.context().newCDPSession(page));
  const scripts = [];
  page.on('response', (response) => response.url().endsWith('.js') && scripts.push(response.body()));
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /^Enregistrer/ }).waitFor();
  await page.waitForLoadState('networkidle');
  const gzip = (await Promise.all(scripts)).reduce((total, body) => total + gzipSync(body, { level: 9 }).length, 0);
  const pages = weight().filter(({ path: one }) => !/^\/(graphql|access)/.test(one));
  const sum = (list) => list.reduce((total, { size }) => total + size, 0);
  const list = pages.map(({ path: one, size }) => `${size}\t${one}`).join('\n');
  return { script: sum(pages.filter(({ path: one }) => one.endsWith('.js'))), whole: sum(pages), gzip, list };
}
