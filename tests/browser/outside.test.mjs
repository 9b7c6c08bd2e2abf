// The sign-in of an organisation: out to it and back, to link an account, to come in, and to come in with a second code.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { device } from './support/browser.mjs';
import { codeOf } from './support/codes.mjs';
import { provider } from './support/outside.mjs';
import { setting } from './support/setting.mjs';
import { wordsOf } from './support/words.mjs';

let cpas;
after(() => cpas?.stop());
const here = setting({
  serves: ['brussels'],
  configured: async (site) => (cpas = await provider(site, { name: 'CPAS', networks: ['brussels'] })).configuration
});
const PASSWORD = 'trois mots que personne ne devine 41';
const say = (key) => new RegExp(`^\\s*${wordsOf('fr')(key)}`);

test('an account is linked, and opens by the sign-in of an organisation, with its second code', here.can, async () => {
  const lise = await device(here.browser, here.node);
  lise.context.setDefaultTimeout(15_000);
  const page = await lise.page();
  const main = page.locator('main');
  const press = (key) => main.getByRole('button', { name: say(key) }).first().click();
  const write = (key, text) => main.locator('input').and(page.getByLabel(say(key))).first().fill(text);
  const out = async () => {
    await page.goto('/fr/app/more');
    await press('core-sign-out');
    await page.waitForURL(/sign-in/);
  };
  const inside = () => page.waitForURL(/\/fr\/app\/(?!sign-in|role|invitation)\w+$/);

  // In by her invitation; then she goes out from the screen of data, and is back there, linked.
  await page.goto(`/fr/app${here.node.links[0]}`);
  await write('sign-in-invitation-new', PASSWORD);
  await press('core-sign-in');
  await inside();
  await page.goto('/fr/app/data');
  await press('ways-link');
  await page.waitForURL((url) => url.href.startsWith(cpas.issuer));
  await page.getByLabel('Name').fill('lise-cpas');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/fr/app/data');
  await main.getByText(new URL(cpas.issuer).host).first().waitFor();

  // The organisation knows her by now: she comes in without a word typed, to what she wanted to see.
  await out();
  await page.goto('/fr/app/sign-in?next=people');
  await press('sign-in-by-outside');
  await page.waitForURL('**/fr/app/people');
  await main.getByText('Lise').first().waitFor();

  // With a second code set she is half in when she is back, and in by the code.
  await page.goto('/fr/app/data');
  await press('ways-second-begin');
  await write('ways-code', codeOf(await main.locator('code').innerText()));
  await press('ways-confirm');
  const paper = await main.locator('.codes li').first().innerText();
  await press('ways-codes-kept');
  await out();
  await press('sign-in-by-outside');
  await press('sign-in-use-paper');
  assert.doesNotMatch(page.url(), /second-factor/, 'the step is not left where others can read it');
  await write('sign-in-paper-code', paper);
  await press('core-sign-in');
  await inside();

  // A browser notes every no of ours, and what the site of the organisation has not got.
  assert.deepEqual(lise.faults.filter((fault) => !/status of 40[13]/.test(fault) && !fault.includes(cpas.issuer)), []);
  await lise.context.close();
});
