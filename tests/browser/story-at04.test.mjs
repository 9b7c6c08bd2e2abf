// AT-04 on screen: somebody to go along on Thursday, in Arabic. Nora asks in French, Odile proposes in Dutch, Karim
// answers in Arabic on his phone; another time he says no.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksAtToday, opensDesk, receives } from './support/acts.mjs';
import { DESKTOP, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, history, member, tilleuls } from './support/tilleuls.mjs';

const MONDAY = '2023-07-03T07:05:00Z';
const here = setting({
  empty: true,
  clock: '2023-07-03T06:50:00Z',
  begin: async (node) => {
    await tilleuls(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    await member(node, 'Yasmine', { who: 'yasmine', languages: ['ara'] });
    await charter(node, 2, '2023-05-26T00:00:00Z', '2023-06-30T00:00:00Z');
    await member(node, 'Karim', { who: 'karim', accepts: 2, languages: ['ara', 'fra'] });
    await member(node, 'Bea', { who: 'bea', accepts: 2, languages: ['fra', 'nld'] });
  }
});

const pairings = async () => (await here.node.as('odile').ask('{ pairings(first: 10) { nodes { id state outcome contactsMade contactsNotMade person feedback { side helped } } } }')).pairings.nodes;

/** The desk asks for company for whoever came last of so many. */
async function asks(nora, visits) {
  await receives(nora);
  await looksAtToday(nora, visits);
  await nora.press('core-screen-companion');
  await nora.press('companion-send');
  await nora.isTold('companion-language-first');
  await nora.choose('Arabe', 'companion-language');
  await nora.press(/jeudi Après-midi/);
  await nora.press('companion-send');
  await nora.isTold('companion-asked');
}

test('Karim goes along until the goal is reached, and says no another time', here.can, () => new Story(here).play(async (story) => {
  await story.at(MONDAY);
  const nora = await story.enter('Nora', 'fr');
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  const karim = await story.enter('Karim', 'ar');

  // Karim says when he is free, one tap, and takes a tap back.
  await karim.goes('free');
  await karim.press(/الخميس ظهرا/);
  await karim.isTold('free-kept');
  await karim.press(/الجمعة صباحا/);
  await karim.isTold('free-kept');
  await karim.press(/الجمعة صباحا/);
  await karim.isTold('free-kept');
  const free = async () => (await here.node.as('karim').ask('{ members(first: 5) { nodes { displayName availability { day part } } } }')).members.nodes.find(({ displayName }) => displayName === 'Karim').availability;
  await until(free, (halfDays) => halfDays.length === 1 && halfDays[0].day === 'THURSDAY' && halfDays[0].part === 'AFTERNOON');

  await nora.goes('visit');
  await opensDesk(nora);
  await asks(nora, 1);

  // Odile sees the request, who fits and why, and who cannot be proposed.
  await odile.goes('pairing');
  await odile.press(/Arabisch/);
  await odile.within('Karim', 'listitem').sees('PairingReasonCode_SPEAKS_LANGUAGE');
  const card = (name) => odile.at(odile.part.getByRole('listitem').filter({ has: odile.page.getByRole('heading', { name: new RegExp(name) }) }).last());
  assert.equal(await card('Yasmine').part.getByRole('button', { name: 'Voorstellen' }).count(), 0, 'not before she accepts the charter');
  await card('Karim').press('pairing-propose');
  await odile.isTold('pairing-proposed-now');

  // It appears on Karim's phone by itself: what for, when, in which language; no name. He says yes.
  await karim.goes('mine');
  await karim.sees('mine-ask');
  assert.doesNotMatch(await karim.text(), /HEA\.AMU/);
  await karim.press('mine-yes');
  await karim.isTold('mine-said-yes');

  // The person is asked by whoever sees her; then it begins.
  await odile.choose('pairing-proposed');
  await odile.press(/Arabisch/);
  await odile.press('pairing-person-yes');
  await odile.isTold('pairing-begun');
  await karim.press('mine-log-contact');
  await karim.choose('mine-did-yes');
  await karim.write('mine-how-long', '60');
  await karim.write('mine-note', 'Tout va bien');
  await karim.press('core-save');
  await karim.isTold('mine-contact-kept');
  await karim.press('mine-log-contact');
  await karim.choose('mine-did-no');
  await karim.press('core-save');
  await karim.isTold('mine-contact-kept');

  // A pause, and on again.
  await karim.press('mine-pause');
  await karim.choose('PairingPauseReason_VOLUNTEER_AWAY');
  await karim.at(karim.part.locator('form')).press('mine-pause');
  await karim.isTold('mine-paused');
  await karim.press('mine-resume');
  await karim.isTold('mine-resumed');

  // The goal is reached; both say that it helped; Odile closes it.
  await karim.press('mine-end');
  await karim.choose('PairingEndReason_GOAL_REACHED');
  await karim.press('mine-end-now');
  await karim.isTold('mine-ended');
  await karim.press('mine-helped');
  await karim.press('PairingFeedbackAnswer_YES');
  await karim.isTold('mine-helped-kept');
  await odile.choose('pairing-over');
  await odile.press(/Arabisch/);
  await odile.choose('PairingFeedbackAnswer_YES');
  await odile.isTold('pairing-thanks');
  await odile.press('pairing-complete');
  await odile.isTold('pairing-completed');
  const [done] = await until(pairings, (all) => all.some(({ state }) => state === 'COMPLETED'));
  assert.deepEqual([done.state, done.outcome, done.contactsMade, done.contactsNotMade], ['COMPLETED', 'POSITIVE', 1, 1]);
  assert.deepEqual(done.feedback.map(({ side, helped }) => `${side} ${helped}`).sort(), ['PERSON YES', 'VOLUNTEER YES']);
  assert.deepEqual((await history(here.node, 'pairing', done.id)).slice(0, 5), ['AccompanimentRequested', 'PairingProposed', 'PairingAcceptedByVolunteer', 'PairingAcceptedByPerson', 'PairingActivated']);

  // Another request: Karim may say no, and why; nobody else speaks Arabic; a call goes out.
  await asks(nora, 2);
  await odile.choose('pairing-asked');
  await odile.press(/Arabisch/);
  await card('Karim').press('pairing-propose');
  await odile.isTold('pairing-proposed-now');
  await karim.sees('mine-ask');
  await karim.press('mine-no');
  await karim.choose('PairingDeclineReason_NO_TIME');
  await karim.press('mine-say-no');
  await karim.isTold('mine-said-no');
  await odile.press(/Arabisch/);
  await card('Karim').sees(/./);
  assert.equal(await card('Karim').part.getByRole('button', { name: 'Voorstellen' }).count(), 0, 'nobody is asked again after a no');
  await odile.press('pairing-nobody');
  await odile.isTold('pairing-nobody-now');
  await until(pairings, (all) => all.filter(({ state }) => state === 'UNMATCHED').length === 1);
}));
