// A referral that should not go on, and one that should: taken back with a reason, consent withdrawn, opened again after
// its end, taken out of all figures. Nora is the host, Odile the coordinator.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreesAndGoes, looksAtToday, receives } from './support/acts.mjs';
import { DESKTOP, held, until, waiting } from './support/browser.mjs';
import { one, referred } from './support/given.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { partner, sheet } from './support/tilleuls.mjs';

const name = 'CPAS-Test';
const here = setting({
  ...openHouse,
  begin: async (node) => {
    const house = await openHouse.begin(node);
    const of = await partner(node, { fr: name });
    const service = await sheet(node, of, { name: { fr: 'Carte médicale' }, needs: ['HEA.AMU'], conditions: { access: 'WALK_IN' } });
    return { ...house, sent: () => referred(node, house.session, { partner: of, service, name }) };
  }
});

const stateOf = (referral) => one(here.node, 'referral', referral, 'state recallReason consent { withdrawnAt }');
/** The service says yes, the person goes there, and it is over. */
async function closed(referral) {
  const nora = here.node.as('nora');
  await nora.act('acceptReferral', referral, 'AcceptReferralInput', { contactWay: 'PERSON_WALKS_IN' }, 'ReferralId');
  await nora.act('recordPersonAttended', referral, 'RecordPersonAttendedInput', { source: 'PERSON' }, 'ReferralId');
  await nora.act('closeReferral', referral, 'CloseReferralInput', { outcome: 'GOT_HELP' }, 'ReferralId');
}

test('taken back with its reason, from the sentence after sending and on its path', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'fr');
  await receives(nora);
  await looksAtToday(nora);
  await nora.press('core-screen-refer');
  await nora.choose(/CPAS-Test/);
  await agreesAndGoes(nora);
  await nora.page.getByRole('status').getByRole('link', { name: 'La retirer' }).click();
  const form = await nora.unfolds('path-take-back');
  await form.sees('path-take-back-is');
  const go = form.part.getByRole('button', { name: /Retirer l.orientation/ });
  assert.equal(await go.isDisabled(), true, 'not without a reason');
  await form.select('reason-why', 'ReferralRecallReason_PERSON_CHANGED_MIND');
  await go.press('Enter');
  await nora.isTold('path-taken-back');
  await nora.sees('Event_ReferralRecalled');
  await nora.sees(/la personne a changé d.avis/);
  assert.equal(await nora.part.locator('summary', { hasText: /Retirer l.orientation/ }).count(), 0, 'once');
  const [found] = (await here.node.as('odile').ask('{ referrals(first: 5) { nodes { id } } }')).referrals.nodes;
  assert.deepEqual(await stateOf(found.id), { state: 'RECALLED', recallReason: 'PERSON_CHANGED_MIND', consent: { withdrawnAt: null } });
}));

test('without a line it waits; what came meanwhile refuses it, and the reason is read', here.can, () => new Story(here).play(async (story) => {
  const { case: of, referral } = await here.sent();
  const nora = await story.enter('Nora', 'ar');
  await nora.opens(`path#case=${of}`);
  const form = await nora.unfolds('path-take-back');
  await form.select('reason-why', 'ReferralRecallReason_SAFETY');
  await nora.line(false);
  await form.press('path-take-back');
  await nora.isTold('path-later');
  assert.equal(await waiting(nora.page), 1);
  // The service says yes meanwhile and gives an appointment: it cannot be taken back any more.
  const odile = here.node.as('odile');
  await odile.act('acceptReferral', referral, 'AcceptReferralInput', { contactWay: 'PERSON_WALKS_IN' }, 'ReferralId');
  await odile.act('scheduleReferralAppointment', referral, 'ScheduleReferralAppointmentInput', { startsAt: new Date(Date.now() + 86_400_000).toISOString(), place: 'Guichet 4', language: 'ara', languageMode: 'VOLUNTEER' }, 'ReferralId');
  await nora.line(true);
  await nora.goes('waiting');
  await nora.sees('waiting-refused-title');
  await nora.sees('act_recallReferral');
  assert.equal((await stateOf(referral)).state, 'SCHEDULED');
}));

test('closed, open again with its reason, and the yes taken back', here.can, () => new Story(here).play(async (story) => {
  const { case: of, referral } = await here.sent();
  await closed(referral);
  const nora = await story.enter('Nora', 'nl');
  await nora.opens(`path#case=${of}`);
  const form = await nora.unfolds('path-reopen');
  await form.select('reason-why', 'ReferralReopenReason_OTHER');
  await form.sees('reason-in-words-needed');
  assert.equal(await form.part.getByRole('button', { name: 'Verwijzing heropenen' }).isDisabled(), true, 'another reason is said');
  await form.select('reason-why', 'ReferralReopenReason_NEED_NOT_MET');
  await form.press('path-reopen');
  await nora.isTold('path-reopened');
  await nora.sees('Event_ReferralReopened');
  assert.equal((await stateOf(referral)).state, 'RECEIVED');
  const consent = await nora.unfolds('path-no-more-consent');
  await consent.press('path-withdraw-consent');
  await nora.isTold('path-told');
  await until(() => stateOf(referral), ({ state, consent }) => state === 'RECALLED' && consent.withdrawnAt !== null);
}));

test('the coordinator takes a mistake out of all figures; a host does not', here.can, () => new Story(here).play(async (story) => {
  const { case: of, referral } = await here.sent();
  const nora = await story.enter('Nora', 'fr');
  await nora.opens(`path#case=${of}`);
  await nora.sees('path-take-back');
  assert.equal(await nora.part.locator('summary', { hasText: 'Notée par erreur' }).count(), 0);
  const odile = await story.enter('Odile', 'en', { viewport: DESKTOP });
  await odile.opens(`path#case=${of}`);
  const form = await odile.unfolds('path-mistaken');
  await form.select('reason-why', 'ReferralErrorReason_WRONG_PERSON');
  await form.press('path-mistaken');
  await odile.isTold('path-counts-no-more');
  await odile.sees('Event_ReferralEnteredInError');
  assert.equal((await stateOf(referral)).state, 'VOID');
}));

test('whoever acts is told although the path knew it first, and nothing is complained of', here.can, () => new Story(here).play(async (story) => {
  const { case: of } = await here.sent();
  const odile = await story.enter('Odile', 'fr', { viewport: DESKTOP });
  await odile.opens(`path#case=${of}`);
  const form = await odile.unfolds('path-mistaken');
  await form.select('reason-why', 'ReferralErrorReason_TRIAL');
  const letGo = await held(odile.page.context(), ({ outcome }) => Boolean(outcome));
  await form.press('path-mistaken');
  await odile.sees('Event_ReferralEnteredInError');
  await form.part.waitFor({ state: 'detached' });
  letGo();
  await odile.isTold('path-counts-no-more');
  await odile.page.context().unrouteAll({ behavior: 'wait' });
}));
