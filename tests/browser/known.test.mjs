// Somebody who has a file: nobody contacts them any more and again, what may be shared with whom and no more, who they are
// for whoever says what for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, until, waiting } from './support/browser.mjs';
import { asked, one } from './support/given.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { partner } from './support/tilleuls.mjs';

const here = setting({
  ...openHouse,
  begin: async (node) => {
    const house = await openHouse.begin(node);
    return { ...house, cpas: await partner(node, { fr: 'CPAS-Test' }), ...(await asked(node, house.session)) };
  }
});
const stored = (fields) => one(here.node, 'person', here.person, fields);

test('nobody contacts the person any more, and again', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'fr');
  await nora.opens(`path#case=${here.case}`);
  const stop = await nora.unfolds('known-stop-contact');
  await stop.select('reason-why', 'DoNotContactReason_SAFETY');
  await stop.press('known-stop-contact');
  await nora.isTold('known-contact-stopped');
  await nora.sees('known-do-not-contact');
  assert.deepEqual(await stored('doNotContact doNotContactReason'), { doNotContact: true, doNotContactReason: 'SAFETY' });
  // Without a line it waits like anything else.
  const allow = await nora.unfolds('known-allow-contact');
  await allow.select('reason-why', 'ContactAllowedReason_DANGER_OVER');
  await nora.line(false);
  await allow.press('known-allow-contact');
  await nora.isTold('known-later');
  assert.equal(await waiting(nora.page), 1);
  await nora.line(true);
  await until(() => stored('doNotContact'), ({ doNotContact }) => !doNotContact);
}));

test('what may be shared with a partner, and no more', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'nl');
  await nora.opens(`path#case=${here.case}`);
  await nora.sees('known-no-consent');
  const form = await nora.unfolds('known-agrees');
  assert.equal(await form.part.getByRole('button', { name: 'Het akkoord noteren' }).isDisabled(), true, 'nothing is shared by itself');
  await form.tick('SharingScope_NEED');
  await form.tick('SharingScope_CONTACT');
  await form.choose('SharingPartyKind_PARTNER', 'known-whom');
  await form.select('SharingPartyKind_PARTNER', /CPAS-Test/);
  await form.select('known-language', 'Arabisch');
  await form.choose('LanguageMode_INTERPRETER', 'known-understood');
  await form.press('known-note-consent');
  await nora.isTold('known-consent-given');
  const consents = async () => (await stored('consents { state scope language languageMode with { kind partner } }')).consents;
  assert.deepEqual(await consents(), [{ state: 'GIVEN', scope: ['NEED', 'CONTACT'], language: 'ara', languageMode: 'INTERPRETER', with: { kind: 'PARTNER', partner: here.cpas } }]);
  await nora.press(/^\s*Intrekken/);
  await nora.isTold('known-consent-withdrawn');
  await nora.sees('known-no-consent');
  assert.equal((await consents())[0].state, 'WITHDRAWN');
}));

test('who the person is: for a reason, for a quarter of an hour, and written down', here.can, () => new Story(here).play(async (story) => {
  await here.node.as('nora').act('givePersonName', here.person, 'GivePersonNameInput', { name: 'Salma-Imaginée' }, 'PersonId');
  const odile = await story.enter('Odile', 'ar', { viewport: DESKTOP });
  await odile.opens(`path#case=${here.case}`);
  const form = await odile.unfolds('known-reveal');
  assert.doesNotMatch(await odile.text(), /Salma/);
  // Without a line nothing is asked for later.
  await form.select('reason-why', 'RevealPurpose_SAFETY');
  await odile.line(false);
  await form.press('known-reveal');
  await odile.isTold('core-trouble-offline');
  assert.equal(await waiting(odile.page), 0);
  await odile.line(true);
  await form.press('known-reveal');
  await odile.isTold('known-revealed');
  await odile.sees('Salma-Imaginée');
  const read = await here.node.as('odile').ask('query($p: [PersonId!]) { disclosures(filter: { person: $p }, first: 5) { nodes { purpose } } }', { p: [here.person] });
  assert.deepEqual(read.disclosures.nodes, [{ purpose: 'SAFETY' }]);
}));
