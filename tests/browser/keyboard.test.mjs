// The main paths by keyboard alone: what is focused is seen, and never under a bar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, signIn, until } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { stored } from './support/world.mjs';

const here = setting(openHouse);

/** Goes on by Tab until what is focused has these words; each stop is seen. */
async function tabTo(page, words) {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      const box = one.getBoundingClientRect();
      const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const style = getComputedStyle(one);
      return {
        words: (one.getAttribute('aria-label') ?? one.closest('label')?.textContent ?? one.textContent ?? '').trim(),
        seen: box.width > 0 && (one.contains(middle) || middle?.contains(one) || one.closest('label')?.contains(middle)),
        ring: style.outlineStyle !== 'none' || getComputedStyle(one.nextElementSibling ?? one).outlineStyle !== 'none'
      };
    });
    if (at.words === 'Entraide') continue;
    assert.ok(at.seen, `hidden while focused: ${at.words}`);
    assert.ok(at.ring, `no sign of focus: ${at.words}`);
    if (at.words.startsWith(words)) return stops + 1;
  }
  throw new Error(`${words} was not reached`);
}

test('a visit by keyboard', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  await page.getByRole('button', { name: /^Enregistrer/ }).waitFor();
  const before = (await stored(here.node, here.session)).length;
  await tabTo(page, 'Santé');
  await page.keyboard.press('Space');
  await tabTo(page, 'Informé');
  await page.keyboard.press('Space');
  await tabTo(page, 'Enregistrer');
  await page.keyboard.press('Enter');
  await until(() => stored(here.node, here.session), (visits) => visits.length === before + 1);
  await tabTo(page, 'Défaire');
  await page.keyboard.press('Enter');
  await until(() => stored(here.node, here.session), (visits) => visits.length === before);
  await nora.context.close();
});

test('the first stop leads to the content', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/today');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Aller au contenu');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await nora.context.close();
});
