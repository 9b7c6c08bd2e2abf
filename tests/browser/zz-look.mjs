import { test } from 'node:test';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { device, signIn } from './support/browser.mjs';
import { setting, openHouse } from './support/setting.mjs';
const here = setting(openHouse);
test('look', here.can, async () => {
  for (const [w,h] of [[390,844],[320,568]]) {
    const nora = await device(here.browser, here.node, { viewport: { width: w, height: h } });
    const page = await nora.page();
    await signIn(page);
    await page.goto('/fr/app/visit'); await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/wta-shots/v-${w}-${h}.png` });
    await page.getByRole('checkbox', { name: 'Logement' }).click();
    await page.getByRole('button', { name: /^Enregistrer/ }).click();
    await page.getByRole('status').getByText('Visite enregistrée').waitFor();
    await page.evaluate(() => scrollTo(0, 9999)); await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/wta-shots/s-${w}-${h}.png` });
    await nora.context.close();
  }
  const dir = mkdtempSync('/tmp/wta-prof-'); mkdirSync(dir + '/Default');
  writeFileSync(dir + '/Default/Preferences', JSON.stringify({ webkit: { webprefs: { default_font_size: 32 } } }));
  const ctx = await chromium.launchPersistentContext(dir, { executablePath: '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'], viewport: { width: 320, height: 640 }, baseURL: here.node.url });
  const page = await ctx.newPage();
  await signIn(page);
  for (const s of ['visit', 'today', 'desk', 'more', 'data', 'meetings', 'numbers', 'partners', 'role', 'waiting', 'path', 'board', 'companion']) {
  await page.goto('/fr/app/' + s); await page.waitForTimeout(700);
  console.log(s, await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth, ...[...document.querySelectorAll('body *')].filter((o) => { const b=o.getBoundingClientRect(); return b.width>0 && b.right>innerWidth+1 && getComputedStyle(o).position!=='absolute' && !o.querySelector('*')}).slice(0,2).map((o)=>o.outerHTML.slice(0,110))]));
  await page.screenshot({ path: `/tmp/wta-shots/big-${s}.png`, fullPage: true });
  }
  await ctx.close();
});
