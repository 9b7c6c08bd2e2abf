// A screen asks when it is opened and when something happens; a screen that is only looked at asks nothing.
import { test } from 'node:test';
import { device, signIn } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';

const here = setting(openHouse);
const SCREENS = { Nora: ['today', 'numbers', 'partners', 'desk', 'path', 'meetings'], Odile: ['todo', 'pairing', 'people', 'data'], Karim: ['mine', 'free'] };
/** So many questions has no screen. */
const MOST = 8;

for (const [who, screens] of Object.entries(SCREENS)) {
  test(`${who}: no screen asks again and again`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    await signIn(page, who);
    for (const screen of screens) {
      let asked = 0;
      let tooOften;
      const again = new Promise((_, reject) => (tooOften = reject));
      const count = (request) => {
        asked += request.url().endsWith('/graphql') && request.method() === 'POST' ? 1 : 0;
        if (asked > MOST) tooOften(new Error(`${screen} asked more than ${MOST} times`));
      };
      page.on('request', count);
      // However long the answers take: what must not be is another question after them, and another.
      await Promise.race([again, page.goto(`/fr/app/${screen}`, { waitUntil: 'networkidle', timeout: 60_000 })]);
      page.off('request', count);
    }
    await own.context.close();
  });
}
