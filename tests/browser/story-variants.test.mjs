// What else may happen in the stories, on screen: nobody answers a referral; a volunteer has no place left, or gives no
// news; two people correct the minutes at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreesAndGoes, givesCode, looksAtToday, looksUp, opensDesk, records } from './support/acts.mjs';
import { DESKTOP, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, member, partner, sheet, tilleuls } from './support/tilleuls.mjs';

const START = '2023-06-05T07:05:00Z';
const begin = async (node) => {
  await tilleuls(node);
  await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
  const karim = await member(node, 'Karim', { who: 'karim', languages: ['ara', 'fra'] });
  for (const name of ['CPAS-Test', 'CPAS-Autre']) {
    await sheet(node, await partner(node, { fr: name }), { name: { fr: `Carte, ${name}`, nl: `Kaart, ${name}` }, needs: ['HEA.AMU'], conditions: { access: 'WALK_IN' } });
  }
  return { karim };
};
const silent = setting({ empty: true, clock: START, begin });
const pairs = setting({ empty: true, clock: START, begin });
const written = setting({ empty: true, clock: START, begin });
const id = () => crypto.randomUUID();

test('AT-03b: nobody answers, and the desk is asked what happened', silent.can, () => new Story(silent).play(async (story) => {
  const samir = await story.enter('Samir', 'fr');
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await samir.goes('visit');
  // Nobody is received outside of a session: the way on is offered.
  await samir.sees('visit-desk-closed');
  await opensDesk(samir);
  await samir.tick('visit-need-card');
  await records(samir);
  await looksAtToday(samir);
  const code = await givesCode(samir);
  await samir.press('core-screen-refer');
  await samir.choose(/CPAS-Test/);
  await samir.choose('refer-by-phone', 'refer-how');
  await samir.tick('refer-urgent');
  await agreesAndGoes(samir);
  await samir.isTold('refer-sent');

  // Days later it waits for the service, and is late.
  await story.at('2023-06-14T08:00:00Z');
  await odile.comesBack('todo');
  await odile.within('todo_answerReferral').sees('todo-late');

  // A month later it is over. Nobody said no: the desk sends her somewhere else from there.
  await story.at('2023-07-10T08:00:00Z');
  await odile.comesBack('todo');
  await odile.sees('todo_reorientPerson');
  await samir.comesBack('path');
  await looksUp(samir, code);
  await samir.sees('Event_ReferralOverdueFlagged');
  await samir.sees('Event_ReferralExpired');
  await samir.seesNo('Event_ReferralDeclined');
  await samir.press('path-reorient');
  await samir.choose(/CPAS-Autre/);
  await samir.choose('refer-by-phone', 'refer-how');
  await agreesAndGoes(samir);
  await samir.isTold('refer-sent');
  const read = () => silent.node.as('odile').ask('{ referrals(first: 5) { nodes { state } } }');
  const { referrals } = await until(read, (now) => now.referrals.nodes.some(({ state }) => state === 'SENT'));
  assert.deepEqual(referrals.nodes.map(({ state }) => state).sort(), ['EXPIRED', 'SENT']);
}));

test('AT-04: no place left; no news for a month', pairs.can, () => new Story(pairs).play(async (story) => {
  const [nora, odileActs] = [pairs.node.as('nora'), pairs.node.as('odile')];
  const asked = async () => {
    const pairing = id();
    await nora.act('requestAccompaniment', pairing, 'RequestAccompanimentInput', { case: id(), purpose: 'NET.ESCORT', language: 'ara' }, 'PairingId');
    return pairing;
  };
  for (let pairing = 0; pairing < 2; pairing += 1) {
    const one = await asked();
    await odileActs.act('proposePairing', one, 'ProposePairingInput', { member: pairs.karim }, 'PairingId');
    await pairs.node.as('karim').act('acceptPairingAsVolunteer', one, 'AcceptPairingAsVolunteerInput', { member: pairs.karim }, 'PairingId');
    await nora.act('acceptPairingAsPerson', one, 'AcceptPairingAsPersonInput', { member: pairs.karim }, 'PairingId');
  }
  await asked();
  const odile = await story.enter('Odile', 'fr', { viewport: DESKTOP });
  await odile.goes('pairing');
  await odile.press(/Arabe/);
  const card = odile.within('Karim', 'listitem');
  await odile.sees('2 sur 2 binômes');
  await card.sees(/binômes/);
  assert.equal(await odile.part.getByRole('button', { name: 'Proposer' }).count(), 0, 'nobody is proposed beyond what they offered');

  // Nothing was heard for fourteen days, then thirty: it is asked whether all is well.
  await story.at('2023-06-20T08:00:00Z');
  await odile.comesBack('todo');
  await odile.sees('todo_sayWhetherAllIsWell');
  await odile.goes('pairing');
  await odile.choose('pairing-running');
  await odile.sees('pairing-silent');
  const karim = await story.enter('Karim', 'ar');
  await karim.goes('mine');
  // So is Karim, who knows: a contact noted is the answer.
  const asksWell = () => karim.page.getByText(new RegExp(karim.words('mine-all-well'))).count();
  await until(asksWell, (count) => count === 2);
  await karim.press('mine-log-contact');
  await karim.choose('mine-did-yes');
  await karim.press('core-save');
  await karim.isTold('mine-contact-kept');
  await until(asksWell, (count) => count === 1);
  await odile.comesBack('pairing');
  await odile.choose('pairing-running');
  await until(() => odile.part.getByText(new RegExp(odile.words('pairing-silent'))).count(), (count) => count === 1);
  await story.at('2023-07-07T08:00:00Z');
  await odile.comesBack('todo');
  await odile.sees('todo_lookAfterPairing');
}));

test('AT-05: two people correct the minutes at once', written.can, () => new Story(written).play(async (story) => {
  const [odileActs, meeting] = [written.node.as('odile'), id()];
  const plan = { title: { fr: 'Rencontre de juin', nl: 'Ontmoeting van juni' }, welcomeAt: '2023-06-05T07:00:00Z', startsAt: '2023-06-05T07:30:00Z', endsAt: '2023-06-05T09:30:00Z', timeZone: 'Europe/Brussels', place: { name: 'La salle' } };
  await odileActs.act('planMeeting', meeting, 'PlanMeetingInput', plan, 'MeetingId');
  await odileActs.act('announceMeeting', meeting, '', null, 'MeetingId');
  await story.at('2023-06-05T09:35:00Z');
  await odileActs.act('openMeeting', meeting, '', null, 'MeetingId');
  await odileActs.act('closeMeeting', meeting, '', null, 'MeetingId');
  await odileActs.act('draftMinutes', meeting, 'DraftMinutesInput', { text: { fr: 'Sept personnes.' } }, 'MeetingId');
  const text = async () => (await odileActs.ask('query($id: UUID!) { meeting(id: $id) { minutes { text { fr nl } } } }', { id: meeting })).meeting.minutes.text;
  const opens = async (name, lang, options) => {
    const person = await story.enter(name, lang, options);
    await person.goes('meetings');
    await person.within(/juin|juni/).follow(/juin|juni/);
    await person.sees('Sept personnes.');
    return person;
  };
  const odile = await opens('Odile', 'nl', { viewport: DESKTOP });
  const nora = await opens('Nora', 'fr');
  await odile.write('Français', 'Huit personnes.');
  await odile.write('gathering-what-changed', 'Een persoon meer');
  await odile.press('core-save');
  await odile.isTold('gathering-minutes-kept');
  await until(text, ({ fr }) => fr === 'Huit personnes.');

  // Nora began before. Something else she does shows her what stands now; what she wrote still writes over nothing.
  await nora.write('Français', 'Sept personnes. Un atelier.');
  await nora.press('gathering-one-person');
  await nora.isTold('gathering-counted');
  await nora.sees('Huit personnes.');
  await nora.write('gathering-what-changed', 'L’atelier');
  await nora.press('core-save');
  await nora.goes('waiting');
  await nora.sees('waiting-mine');
  assert.deepEqual((await text()).fr, 'Huit personnes.');
  await nora.sees('Sept personnes. Un atelier.');
  await nora.sees('Huit personnes.');
  await nora.press('waiting-put-mine');
  await until(text, ({ fr }) => fr === 'Sept personnes. Un atelier.');

  // Whoever looks again goes on from what stands: nothing typed on it is lost, nothing older is sent.
  await odile.comesBack('meetings');
  await odile.within(/juin|juni/).follow(/juin|juni/);
  await odile.write('Nederlands', 'Zeven mensen.');
  await odile.write('gathering-what-changed', 'In het Nederlands');
  await odile.press('core-save');
  await until(text, ({ nl }) => nl === 'Zeven mensen.');
  assert.equal((await text()).fr, 'Sept personnes. Un atelier.');
}));
