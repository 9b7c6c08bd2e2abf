// What is seen while a page comes to life: nothing that moves away, and no screen that is for somebody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, PHONE, signIn } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';

const here = setting(openHouse);

/** In the page, before anything of it: every frame in which the form of a visit could be seen, and how far things moved. */
function watched() {
  window.saw = { desk: 0, frames: 0, moved: 0 };
  const look = () => {
    const tile = document.querySelector('main .tile');
    window.saw.frames += 1;
    if (tile?.checkVisibility({ visibilityProperty: true })) window.saw.desk += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => (window.saw.moved += hadRecentInput ? 0 : value))).observe({ type: 'layout-shift', buffered: true });
}

/** The scripts of the app, and whatever else, come when they are let go. */
async function held(context, what) {
  let release;
  const free = new Promise((resolve) => (release = resolve));
  await context.route(what, async (route) => {
    await free;
    await route.continue().catch(() => undefined);
  });
  return release;
}

const frames = (page, count) => page.evaluate((count) => new Promise((resolve) => {
  const next = (left) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : resolve());
  next(count);
}), count);

for (const who of ['Admin', 'nobody']) {
  test(`${who}: a screen that is for others is not seen, however late the scripts come`, here.can, async () => {
    const own = await device(here.browser, here.node, { viewport: PHONE });
    const page = await own.page();
    if (who === 'Admin') await signIn(page, who);
    await own.context.addInitScript(watched);
    const release = await held(own.context, /\/_app\/.*\.js$/);
    await page.goto('/fr/app/visit', { waitUntil: 'commit' });
    await page.locator('main .tile').first().waitFor({ state: 'attached' });
    await frames(page, 10);
    release();
    await page.waitForURL(who === 'Admin' ? /\/role\?/ : /\/sign-in\?/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const saw = await page.evaluate(() => window.saw);
    assert.ok(saw.frames > 10, `only ${saw.frames} frames`);
    assert.equal(saw.desk, 0, `the desk was seen in ${saw.desk} of ${saw.frames} frames`);
    await own.context.close();
  });
}

test('whoever it is for sees the desk before any script is there', here.can, async () => {
  const nora = await device(here.browser, here.node, { viewport: PHONE });
  const page = await nora.page();
  await signIn(page);
  await nora.context.addInitScript(watched);
  const release = await held(nora.context, /\/_app\/.*\.js$/);
  await page.goto('/fr/app/visit', { waitUntil: 'commit' });
  await page.locator('main .tile').first().waitFor();
  release();
  await page.getByRole('button', { name: /^Enregistrer/ }).waitFor();
  await nora.context.close();
});

test('an administrator who came by the desk begins with what their role is for', here.can, async () => {
  const admin = await device(here.browser, here.node, { viewport: PHONE });
  const page = await admin.page();
  await admin.context.addInitScript(watched);
  await page.goto('/fr/app/sign-in?next=visit');
  await page.getByRole('button', { name: /^Admin / }).first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.locator('nav.screens a').first().waitFor();
  assert.match(page.url(), /\/fr\/app\/meetings$/);
  assert.equal((await page.evaluate(() => window.saw)).desk, 0);
  await admin.context.close();
});

test('on the way in nothing moves under the finger, however late the ways in are known', here.can, async () => {
  const own = await device(here.browser, here.node, { viewport: PHONE });
  const page = await own.page();
  await own.context.addInitScript(watched);
  const release = await held(own.context, '**/access/ways');
  await page.goto('/fr/app/sign-in');
  await page.locator('main [aria-busy="true"]').waitFor();
  await frames(page, 10);
  release();
  await page.locator('main select').waitFor();
  await page.getByRole('button', { name: /^Nora / }).first().waitFor();
  await frames(page, 10);
  const { moved } = await page.evaluate(() => window.saw);
  assert.ok(moved < 0.01, `things moved by ${moved}`);
  assert.deepEqual(own.faults, []);
  await own.context.close();
});
