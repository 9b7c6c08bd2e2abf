// What the service worker keeps is the shell, and nothing about anybody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, shellKept, signIn } from './support/browser.mjs';
import { setting } from './support/setting.mjs';

const here = setting();

test('nothing about people is in the cache of the browser', here.can, async () => {
  const own = await device(here.browser, here.node);
  const page = await own.page();
  await signIn(page, 'Odile');
  await shellKept(page);
  for (const screen of ['todo', 'today', 'people', 'pairing', 'data']) {
    await page.goto(`/fr/app/${screen}`);
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }
  const kept = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    }
    return found;
  });
  assert.ok(kept.length > 0, 'the shell is kept');
  assert.deepEqual(kept.filter((path) => /^\/(graphql|access|demo|health)/.test(path)), []);
  await own.context.close();
});
