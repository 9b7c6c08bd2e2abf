// Pictures of the main states, on a phone and on a desk, for the eye: `screenshots/`.
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deskKnown, device, DESKTOP, PHONE, shellKept, signIn, SMALL } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';

const FOLDER = fileURLToPath(new URL('./screenshots/', import.meta.url));
mkdirSync(FOLDER, { recursive: true });
const here = setting();
const open = setting(openHouse);

const SHOTS = [
  ['Nora', 'visit', async (page) => {
    await page.locator('label.tile').nth(0).click();
    await page.locator('label.tile').nth(3).click();
    await page.locator('label.tile').nth(10).click();
  }],
  ['Nora', 'today'], ['Nora', 'desk'], ['Nora', 'board'], ['Nora', 'waiting'], ['Nora', 'more'],
  ['Odile', 'todo'], ['Odile', 'pairing'], ['Odile', 'numbers'], ['Odile', 'partners'], ['Odile', 'people'], ['Odile', 'data'], ['Odile', 'meetings'],
  ['Karim', 'mine'], ['Karim', 'free'], [null, 'sign-in']
];
const ONLY = process.env.ONLY?.split(',');

for (const [name, viewport, scheme, langs] of [
  ['phone', PHONE, 'light', ['fr', 'ar']],
  ['phone-dark', PHONE, 'dark', ['nl']],
  ['small', SMALL, 'light', ['nl']],
  ['desktop', DESKTOP, 'light', ['fr', 'ar']]
]) {
  test(name, here.can, async () => {
    for (const [who, path, act] of SHOTS.filter(([, path]) => !ONLY || ONLY.includes(path))) {
      const own = await device(here.browser, here.node, { viewport, scheme });
      const page = await own.page();
      if (who) await signIn(page, who);
      for (const lang of langs) {
        const answer = await page.goto(`/${lang}/app/${path}`);
        if (!answer?.ok()) continue;
        await page.locator('main h1').first().waitFor({ state: 'attached' });
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
        if (act) await act(page);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await page.screenshot({ path: `${FOLDER}${name}-${lang}-${path}.png`, fullPage: false });
      }
      await own.context.close();
    }
  });
}

test('without a line', open.can, async () => {
  const own = await device(open.browser, open.node, { viewport: PHONE });
  const page = await own.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  await shellKept(page);
  await deskKnown(page);
  await own.context.setOffline(true);
  for (const index of [0, 1, 2]) {
    await page.locator('label.tile').nth(index).click();
    await page.getByRole('button', { name: /^Enregistrer/ }).click();
    await page.getByRole('status').getByText(/gardée/).waitFor();
  }
  await page.screenshot({ path: `${FOLDER}phone-fr-offline.png` });
  await page.goto('/fr/app/waiting');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: `${FOLDER}phone-fr-offline-waiting.png` });
  await own.context.close();
});
