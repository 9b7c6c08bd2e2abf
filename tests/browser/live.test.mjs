// What a colleague does appears by itself; after a cut the page catches up; sign-out leaves nothing behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, signIn, until } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';

const here = setting(openHouse);

const visit = () =>
  here.node.as('samir').act(
    'recordVisit',
    crypto.randomUUID(),
    'RecordVisitInput',
    { case: crypto.randomUUID(), session: here.session, language: 'fra', languageMet: 'DIRECT', mode: 'WALK_IN', needs: [{ code: 'MAT.FOOD', need: crypto.randomUUID(), urgency: 'NORMAL' }] },
    'VisitId'
  );

test('a colleague’s visit appears by itself, in another language', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page, 'Nora', 'ar');
  await page.goto('/ar/app/today');
  await page.getByRole('heading', { name: 'اليوم' }).waitFor();
  const cards = page.locator('article');
  const before = await cards.count();
  await visit();
  const begun = Date.now();
  await until(() => cards.count(), (count) => count === before + 1);
  console.log(`live: ${Date.now() - begun} ms`);
  await nora.context.close();
});

test('after a cut the page catches up', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/today');
  const cards = page.locator('article');
  await cards.first().waitFor();
  const before = await cards.count();
  await nora.context.setOffline(true);
  await visit();
  await visit();
  await nora.context.setOffline(false);
  await until(() => cards.count(), (count) => count === before + 2);
  await nora.context.close();
});

test('sign-out leaves no kept answer on the device', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/today');
  await page.locator('article').first().waitFor();
  const kept = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open('entraide');
          open.onsuccess = () => {
            const count = open.result.transaction('kept').objectStore('kept').count();
            count.onsuccess = () => {
              open.result.close();
              resolve(count.result);
            };
          };
        })
    );
  await until(kept, (count) => count > 0);
  await page.goto('/fr/app/more');
  await page.getByRole('button', { name: 'Sortir' }).click();
  await page.waitForURL(/sign-in/);
  await until(kept, (count) => count === 0);
  assert.equal(await page.evaluate(() => localStorage.getItem('entraide.session')), null);
  await nora.context.close();
});

test('nine tabs listen and all can be used', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const first = await nora.page();
  await signIn(first);
  const pages = [first];
  for (let more = 0; more < 8; more += 1) pages.push(await nora.page());
  for (const page of pages) await page.goto('/fr/app/today');
  for (const page of pages) await page.locator('article').first().waitFor();
  const counts = await Promise.all(pages.map((page) => page.locator('article').count()));
  await visit();
  await Promise.all(pages.map((page, index) => until(() => page.locator('article').count(), (count) => count === counts[index] + 1)));
  await nora.context.close();
});
