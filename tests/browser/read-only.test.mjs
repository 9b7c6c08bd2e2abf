// A server whose storage takes no writes, as on a full disk: it is said, what is recorded waits on the device, and goes
// out by itself once there is room, exactly once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { deskKnown, device, PHONE, signIn, until, waiting } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { wordsOf } from './support/words.mjs';
import { stored } from './support/world.mjs';

const here = setting({ ...openHouse, starves: true });
const can = here.can.skip ? here.can : { skip: limits() ? false : 'prlimit was not found' };

/** Whether this machine can keep another process from writing. */
function limits() {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false;
  }
}

const health = async () => (await fetch(`${here.node.node}/health/ready`)).json();

/** Nora at the desk, whose files may not grow any more. */
async function atTheFullDesk() {
  const nora = await device(here.browser, here.node, { viewport: PHONE });
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  await deskKnown(page);
  const before = (await stored(here.node, here.session)).length;
  here.node.starve(1024);
  return { nora, page, before };
}

const record = async (page, need) => {
  await page.getByRole('checkbox', { name: need }).click();
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
};

const words = (lang, key) => new RegExp(wordsOf(lang)(key));

const notice = (page, lang = 'fr') => page.locator('main').getByText(words(lang, 'core-read-only'));

test('a visit recorded while the server can be read only waits, that is said, and it is sent once', can, async () => {
  const { nora, page, before } = await atTheFullDesk();
  assert.equal(await notice(page).count(), 0, 'nothing is said before anything was refused');
  await record(page, 'Logement');
  await notice(page).waitFor();
  await page.getByRole('status').getByText(words('fr', 'core-kept')).waitFor();
  assert.equal((await health()).readOnly, true);
  assert.equal(await waiting(page), 1);
  await page.getByRole('banner').getByText('1 à envoyer').waitFor();

  await record(page, 'Papiers');
  await until(() => waiting(page), (count) => count === 2);
  assert.equal((await stored(here.node, here.session)).length, before, 'nothing was stored meanwhile');

  here.node.starve('unlimited');
  await notice(page).waitFor({ state: 'detached' });
  await until(() => waiting(page), (count) => count === 0);
  assert.equal((await health()).readOnly, false);
  const visits = (await stored(here.node, here.session)).slice(before);
  assert.deepEqual(visits.map(({ needs }) => needs[0].code), ['HOU.FIND', 'ADM.FORM'], 'each once, in the order they happened');
  await nora.context.close();
});

test('whoever opens the page again is told in their language, and what is taken back is never sent', can, async () => {
  const { nora, page, before } = await atTheFullDesk();
  await record(page, 'Santé');
  await notice(page).waitFor();
  for (const lang of ['nl', 'ar', 'en']) {
    await page.goto(`/${lang}/app/visit`);
    await notice(page, lang).waitFor();
  }
  await page.goto('/fr/app/today');
  await page.getByRole('button', { name: 'Défaire' }).first().click();
  await notice(page).waitFor({ state: 'detached' });
  assert.equal(await waiting(page), 0);

  here.node.starve('unlimited');
  await until(health, ({ readOnly }) => readOnly === false);
  assert.equal((await stored(here.node, here.session)).length, before);
  await nora.context.close();
});
