// A screen asks when it is opened and when something happens; a screen that is only looked at asks nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, signIn } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';

const here = setting(openHouse);
const SCREENS = { Nora: ['today', 'numbers', 'partners', 'desk', 'path', 'meetings'], Odile: ['todo', 'pairing', 'people', 'data'], Karim: ['mine', 'free'] };

for (const [who, screens] of Object.entries(SCREENS)) {
  test(`${who}: no screen asks again and again`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    await signIn(page, who);
    for (const screen of screens) {
      let asked = 0;
      const count = (request) => (asked += request.url().endsWith('/graphql') && request.method() === 'POST' ? 1 : 0);
      page.on('request', count);
      await page.goto(`/fr/app/${screen}`, { waitUntil: 'networkidle', timeout: 10_000 });
      page.off('request', count);
      assert.ok(asked <= 8, `${screen} asked ${asked} times`);
    }
    await own.context.close();
  });
}
