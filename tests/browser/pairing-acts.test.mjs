// What does not go the straight way between two people who go along: a request taken back, somebody else looked for, a
// stop after an incident and going on, a contact that is put right.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, until } from './support/browser.mjs';
import { asked, goAlong, one, volunteer } from './support/given.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter } from './support/tilleuls.mjs';

const here = setting({
  ...openHouse,
  begin: async (node) => {
    const house = await openHouse.begin(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    return { ...house, karim: await volunteer(node, 'Karim', 'karim') };
  }
});
const stored = (pairing, fields = 'state') => one(here.node, 'pairing', pairing, fields);
/** The request on the screen of the coordinator. */
const card = (odile) => odile.page.locator('.board button.card').first();

test('a request the person does not want any more, on the path and among those proposed', here.can, () => new Story(here).play(async (story) => {
  const first = await asked(here.node, here.session);
  const nora = await story.enter('Nora', 'fr');
  await nora.opens(`path#case=${first.case}`);
  const form = await nora.unfolds('pairing-withdraw');
  await form.select('reason-why', 'AccompanimentWithdrawalReason_PERSON_WISH');
  await form.press('pairing-withdraw');
  await nora.isTold('pairing-withdrawn');
  await nora.sees('Event_AccompanimentWithdrawn');
  assert.equal((await stored(first.pairing)).state, 'WITHDRAWN');

  // Karim, who was proposed, has his place back.
  const second = await asked(here.node, here.session);
  await here.node.as('odile').act('proposePairing', second.pairing, 'ProposePairingInput', { member: here.karim }, 'PairingId');
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await odile.goes('pairing');
  await odile.choose('pairing-proposed', 'pairing-which');
  await card(odile).click();
  const proposed = await odile.unfolds('pairing-withdraw');
  await proposed.select('reason-why', 'AccompanimentWithdrawalReason_HELPED_OTHERWISE');
  await proposed.press('pairing-withdraw');
  await odile.isTold('pairing-withdrawn');
  assert.equal((await stored(second.pairing)).state, 'WITHDRAWN');
  const places = async () => (await one(here.node, 'member', here.karim, 'places')).places;
  await until(places, (kept) => kept.length === 0);
}));

test('stopped after an incident, going on, ended, and somebody else looked for', here.can, () => new Story(here).play(async (story) => {
  const { pairing } = await asked(here.node, here.session);
  await goAlong(here.node, pairing, here.karim, 'karim');
  const odile = await story.enter('Odile', 'fr', { viewport: DESKTOP });
  await odile.goes('pairing');
  await odile.choose('pairing-running', 'pairing-which');
  await card(odile).click();
  const stop = await odile.unfolds('pairing-suspend');
  await stop.sees('pairing-suspend-is');
  await stop.press('pairing-suspend-now');
  await odile.isTold('pairing-suspended');
  const { state, incident } = await stored(pairing, 'state incident');
  assert.equal(state, 'SUSPENDED');
  await odile.sees(new RegExp(incident.slice(0, 8).toUpperCase()));
  await odile.press('pairing-reinstate');
  await odile.isTold('pairing-reinstated');
  assert.equal((await stored(pairing)).state, 'ACTIVE');

  const end = await odile.unfolds('pairing-end');
  await end.select('reason-why', 'PairingEndReason_MISMATCH');
  await end.press('pairing-end');
  await odile.isTold('pairing-ended');
  await odile.choose('pairing-over', 'pairing-which');
  await card(odile).click();
  const again = await odile.unfolds('pairing-rematch');
  await again.press('pairing-rematch');
  await odile.isTold('pairing-rematched');
  const { rematchedTo } = await stored(pairing, 'rematchedTo');
  assert.equal((await stored(rematchedTo)).state, 'REQUESTED');
  // The new one is among those to find, and Karim, with whom it did not fit, is not proposed again.
  await odile.choose('pairing-asked', 'pairing-which');
  await card(odile).click();
  await odile.sees('pairing-candidates');
  const his = odile.part.getByRole('listitem').filter({ has: odile.page.getByRole('heading', { name: /Karim/ }) }).last();
  await until(async () => (await his.count()) === 0 || (await his.getByRole('button', { name: 'Proposer' }).count()) === 0, Boolean);
}));

test('a contact is put right by the volunteer; what cannot be is refused in words', here.can, () => new Story(here).play(async (story) => {
  const { pairing } = await asked(here.node, here.session);
  await goAlong(here.node, pairing, here.karim, 'karim');
  await here.node.as('karim').act('logContact', pairing, 'LogContactInput', { contactMade: true, medium: 'PHONE', minutes: 10, note: 'Au téléphone' }, 'PairingId');
  const karim = await story.enter('Karim', 'ar');
  await karim.goes('mine');
  const mine = karim.at(karim.page.locator('article').filter({ has: karim.page.locator('summary') }).first());
  const log = await mine.unfolds('mine-log');
  await log.press(new RegExp(`^\\s*${karim.words('mine-correct')}`));
  await log.write('mine-how-long', '2000');
  await log.press('core-save');
  await karim.page.getByRole('status').locator('.refused').waitFor();
  const contact = async () => (await stored(pairing, 'contacts { minutes medium corrected }')).contacts[0];
  assert.deepEqual(await contact(), { minutes: 10, medium: 'PHONE', corrected: false });
  await log.write('mine-how-long', '25');
  await log.choose('ContactMedium_VIDEO', 'mine-how');
  await log.press('core-save');
  await karim.isTold('mine-contact-corrected');
  await log.sees('mine-corrected');
  assert.deepEqual(await contact(), { minutes: 25, medium: 'VIDEO', corrected: true });

  // The coordinator sees what was noted, and can put it right as well; without a line it waits.
  const odile = await story.enter('Odile', 'fr', { viewport: DESKTOP });
  await odile.goes('pairing');
  await odile.choose('pairing-running', 'pairing-which');
  await card(odile).click();
  const kept = await odile.unfolds('mine-log');
  await kept.press(/^\s*Corriger/);
  await kept.write('mine-how-long', '30');
  await odile.line(false);
  await kept.press('core-save');
  await odile.isTold('mine-later');
  assert.equal((await contact()).minutes, 25);
  await odile.line(true);
  await until(contact, ({ minutes }) => minutes === 30);
}));
