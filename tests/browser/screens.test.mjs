// Every screen in four languages, light and dark, small and large: axe finds nothing, nothing is cut, nothing is to be
// scrolled sideways, the console stays silent, and the first byte has the right language and direction.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { device, DESKTOP, signIn, SMALL, twiceTheLetters } from './support/browser.mjs';
import { everyLook, wrong } from './support/looks.mjs';
import { setting } from './support/setting.mjs';

const LANGS = ['fr', 'nl', 'ar', 'en'];
const OPEN = ['sign-in'];
const BY = {
  Nora: ['visit', 'today', 'refer', 'companion', 'desk', 'board', 'waiting', 'more', 'meetings', 'numbers', 'partners', 'data', 'role'],
  Odile: ['todo', 'path', 'pairing', 'people', 'meeting'],
  Karim: ['mine', 'free']
};
/** `ONLY=visit,today` looks at those alone. */
const ONLY = process.env.ONLY?.split(',');

const here = setting();

async function settled(page) {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

for (const [who, paths] of [[null, OPEN], ...Object.entries(BY)]) {
  for (const path of paths.filter((one) => !ONLY || ONLY.includes(one))) {
    test(path, here.can, async () => {
      const own = await device(here.browser, here.node, { viewport: SMALL });
      const page = await own.page();
      if (who) await signIn(page, who);
      const faults = [];
      for (const lang of LANGS) {
        await page.goto(`/${lang}/app/${path}`);
        await settled(page);
        faults.push(...(await everyLook(page, `/${lang}/app/${path}`)));
      }
      await own.context.close();
      assert.deepEqual([...faults, ...own.faults], []);
    });
  }
}

test('language and direction are right in the first byte', here.can, async () => {
  for (const lang of LANGS) {
    const answer = await fetch(`${here.node.url}/${lang}/app/visit`);
    const [text, policy] = [await answer.text(), answer.headers.get('content-security-policy')];
    assert.match(text, new RegExp(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`));
    assert.doesNotMatch(text, /style="|<style/, 'no inline style');
    assert.doesNotMatch(policy, /unsafe/);
    for (const [, script] of text.matchAll(/<script(?![^>]* src=)[^>]*>([^]*?)<\/script>/g)) {
      const digest = createHash('sha256').update(script).digest('base64');
      assert.ok(policy.includes(`'sha256-${digest}'`), `a script in the page that the policy does not know: ${script}`);
    }
    assert.ok((policy.match(/'sha256-/g) ?? []).length <= 2, 'the same scripts in every page');
  }
});

test('the switch of languages keeps the screen', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  await page.getByRole('checkbox', { name: 'Logement' }).click();
  await page.getByRole('link', { name: /العربية/ }).click();
  await page.waitForURL('**/ar/app/visit');
  await page.getByRole('heading', { name: 'زيارة جديدة' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  assert.equal(await page.locator('input[value="HOU.FIND"]').isChecked(), true, 'nothing chosen is lost');
  await nora.context.close();
});

test('twice the letters at 640 pixels: nothing is lost', here.can, async () => {
  const nora = await device(here.browser, here.node, { viewport: { width: 640, height: 900 } });
  const page = await nora.page();
  await signIn(page);
  await nora.context.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '212.5%')));
  for (const path of ['visit', 'today', 'desk']) {
    await page.goto(`/fr/app/${path}`);
    await settled(page);
    assert.deepEqual((await page.evaluate(wrong)).filter((fault) => !fault.startsWith('small')), [], path);
  }
  await nora.context.close();
});

test('twice the letters at 320 pixels: nothing is to be scrolled sideways', here.can, async () => {
  const nora = await twiceTheLetters(here.node, SMALL);
  const page = await nora.context.newPage();
  try {
    await signIn(page);
    for (const path of ['visit', 'today', 'desk', 'board', 'more', 'numbers', 'partners', 'data', 'waiting']) {
      for (const lang of ['fr', 'ar']) {
        await page.goto(`/${lang}/app/${path}`);
        await settled(page);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '34px', 'the letters are twice as large');
        assert.deepEqual((await page.evaluate(wrong)).filter((fault) => fault.startsWith('to scroll')), [], `${lang} ${path}`);
      }
    }
  } finally {
    await nora.close();
  }
});
