// The ways into a node that serves: the link of an invitation, a password, a passkey, a code that changes with time, a code
// on paper; and the way out of every device. Nothing of a demonstration is asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device } from './support/browser.mjs';
import { codeOf } from './support/codes.mjs';
import { setting } from './support/setting.mjs';
import { wordsOf } from './support/words.mjs';

const here = setting({ serves: ['brussels'] });
const PASSWORD = 'trois mots que personne ne devine 41';
const NEW = 'quatre autres mots que personne ne devine 42';

/** A device whose authenticator unlocks by itself, as a finger does. */
async function withAuthenticator(page) {
  const line = await page.context().newCDPSession(page);
  await line.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await line.send('WebAuthn.addVirtualAuthenticator', { options });
  return { unlocked: (isUserVerified) => line.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) };
}

const say = (key, whole = true) => new RegExp(whole ? `^\\s*${wordsOf('fr')(key)}\\s*$` : wordsOf('fr')(key));

/** What a hand does on a page, and an eye. */
function hand(page) {
  const main = page.locator('main');
  const press = (key) => main.getByRole('button', { name: say(key) }).first().click();
  const write = (key, text) => page.locator('input').and(page.getByLabel(say(key, false))).first().fill(text);
  const sees = (key) => main.getByText(say(key, false)).first().waitFor();
  const isTold = (key) => page.getByRole('status').getByText(say(key, false)).waitFor();
  const typed = async (password, paper) => {
    await write('sign-in-email', 'lise@tilleuls.example');
    await write('sign-in-password', password);
    await press('core-sign-in');
    if (!paper) return;
    await press('sign-in-use-paper');
    await write('sign-in-paper-code', paper);
    await press('core-sign-in');
  };
  return { press, write, sees, isTold, typed };
}

test('from an invitation to a passkey, a second code, and out everywhere', here.can, async () => {
  const lise = await device(here.browser, here.node);
  lise.context.setDefaultTimeout(15_000);
  const page = await lise.page();
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const { press, write, sees, isTold, typed } = hand(page);
  const out = async () => {
    await page.goto('/fr/app/more');
    await press('core-sign-out');
    await page.waitForURL(/sign-in/);
  };
  const inside = () => page.waitForURL(/\/fr\/app\/(?!sign-in|role)\w+$/);

  // She opens her link, chooses a password, and is in.
  await page.goto(`/fr/app${here.node.links[0]}`);
  await write('sign-in-invitation-new', PASSWORD);
  await press('core-sign-in');
  await page.waitForURL(/\/fr\/app\/(?!invitation)\w+/);
  const authenticator = await withAuthenticator(page);

  // A passkey: made, named otherwise; no second one on the same device.
  await page.goto('/fr/app/data');
  await write('ways-passkey-name', 'Le coquelicot');
  await press('ways-passkey-add');
  await isTold('ways-passkey-added');
  await page.getByText('Le coquelicot', { exact: true }).waitFor();
  await write('ways-passkey-name', 'Encore');
  await press('ways-passkey-add');
  await sees('ways-passkey-already');
  await press('ways-rename');
  await write('ways-new-name', 'Téléphone de Lise');
  await press('core-save');
  await isTold('ways-passkey-named');
  await page.getByText('Téléphone de Lise', { exact: true }).waitFor();

  // She comes back by the passkey alone: with one network there is nothing to choose, and no name is typed.
  await out();
  await page.getByRole('button', { name: say('sign-in-by-passkey') }).waitFor();
  assert.equal(await page.getByRole('combobox').count(), 0, 'nothing to choose');
  assert.equal(await page.getByRole('textbox', { name: say('sign-in-network') }).count(), 0, 'no code to know');
  await authenticator.unlocked(false);
  await press('sign-in-by-passkey');
  await page.getByRole('alert').getByText(say('sign-in-passkey-not')).waitFor();
  await authenticator.unlocked(true);
  await press('sign-in-by-passkey');
  await inside();

  // A code that changes with time: the picture, the same to type, and codes on paper that are shown once.
  await page.goto('/fr/app/data');
  await press('ways-second-begin');
  const secret = await page.locator('code').innerText();
  assert.equal(await page.getByRole('img', { name: say('ways-picture') }).evaluate((img) => img.naturalWidth > 0), true, 'the picture is one');
  await write('ways-code', '000000');
  await press('ways-confirm');
  await page.locator('[aria-invalid="true"]').waitFor();
  await write('ways-code', codeOf(secret));
  await press('ways-confirm');
  await isTold('ways-second-set');
  const [first, second] = await page.locator('.codes li').allInnerTexts();
  await press('ways-codes-kept');
  await sees('ways-is-set');

  // Another password: the old one must be right.
  await press('ways-password-change');
  await write('ways-current', 'pas le bon du tout');
  await write('ways-next', NEW);
  await press('core-save');
  await sees('ways-current-wrong');
  await write('ways-current', PASSWORD);
  await press('core-save');
  await isTold('ways-password-changed');

  // Back with the new password and the code; one on paper where the telephone is not at hand.
  await out();
  await typed(NEW);
  await write('sign-in-code', '000000');
  await press('core-sign-in');
  await page.getByRole('alert').waitFor();
  await press('sign-in-use-paper');
  await write('sign-in-paper-code', first);
  await press('core-sign-in');
  await inside();

  // She is in on another device too; from here she goes out of both.
  const other = await device(here.browser, here.node);
  const elsewhere = await other.page();
  await elsewhere.goto('/fr/app/sign-in');
  await hand(elsewhere).typed(NEW, second);
  await elsewhere.waitForURL(/\/fr\/app\/(?!sign-in|role)\w+$/);
  await page.goto('/fr/app/data');
  await sees('data-other-device');
  await press('data-end-all');
  await page.waitForURL(/sign-in/);
  await elsewhere.goto('/fr/app/data');
  await hand(elsewhere).sees('core-trouble-signed-out');
  await other.context.close();

  assert.deepEqual(asked.filter((path) => path.startsWith('/demo')), [], 'a node that serves has no example to ask for');
  assert.deepEqual(lise.faults.filter((fault) => !/status of 40[13]/.test(fault)), []);
  await lise.context.close();
});
