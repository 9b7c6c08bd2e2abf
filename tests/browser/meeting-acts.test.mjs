// What becomes of plans: a meeting that does not take place, a seat that is given back another day, a commitment that is
// given time, carried over, or dropped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, until, waiting } from './support/browser.mjs';
import { one } from './support/given.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, member, tilleuls } from './support/tilleuls.mjs';

const id = () => crypto.randomUUID();
const here = setting({
  empty: true,
  clock: '2023-05-10T08:00:00Z',
  begin: async (node) => {
    await tilleuls(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    return { karim: await member(node, 'Karim', { who: 'karim' }), bea: await member(node, 'Bea', { who: 'bea' }) };
  }
});

/** A meeting that was announced. */
async function announced(name, day) {
  const [odile, meeting] = [here.node.as('odile'), id()];
  const input = { title: { fr: name }, place: { name: 'Maison des Tilleuls' }, welcomeAt: `${day}T07:00:00Z`, startsAt: `${day}T07:30:00Z`, endsAt: `${day}T09:30:00Z`, timeZone: 'Europe/Brussels' };
  await odile.act('planMeeting', meeting, 'PlanMeetingInput', input, 'MeetingId');
  await odile.act('announceMeeting', meeting, '', null, 'MeetingId');
  return meeting;
}

test('a seat is given back another day; a meeting is cancelled, and whoever registered reads why', here.can, () => new Story(here).play(async (story) => {
  const meeting = await announced('Atelier de mai', '2023-05-26');
  const karim = await story.enter('Karim', 'ar');
  await karim.goes('meetings');
  const his = () => karim.within('Atelier de mai');
  await his().press('meetings-come');
  await karim.isTold('meetings-registered');
  await his().sees('meetings-you-come');
  await story.at('2023-05-11T08:00:00Z');
  await karim.comesBack('meetings');
  await his().press('meetings-come-not');
  await karim.isTold('meetings-given-back');
  const seats = async () => (await one(here.node, 'meeting', meeting, 'registrations { member }')).registrations;
  assert.deepEqual(await seats(), []);
  await his().press('meetings-come');
  await karim.isTold('meetings-registered');
  assert.deepEqual(await seats(), [{ member: here.karim }]);

  const odile = await story.enter('Odile', 'fr', { viewport: DESKTOP });
  await odile.opens(`meeting#${meeting}`);
  const form = await odile.unfolds('gathering-cancel');
  await form.sees('gathering-cancel-is');
  await form.select('reason-why', 'MeetingCancellation_PLACE_UNAVAILABLE');
  assert.equal(await form.part.getByRole('button', { name: 'Annuler la rencontre' }).isDisabled(), true, 'people are told something');
  await form.write('gathering-cancel-message', 'La salle est en travaux. Nous nous revoyons en juin.');
  await form.press('gathering-cancel');
  await odile.isTold('gathering-cancelled-now');
  await odile.sees('MeetingCancellation_PLACE_UNAVAILABLE');
  await karim.comesBack('meetings');
  await his().sees('meetings-cancelled');
  await his().sees('La salle est en travaux.');
}));

test('a meeting that has begun is not cancelled: said by the server, after it waited', here.can, () => new Story(here).play(async (story) => {
  const meeting = await announced('Atelier commencé', '2023-05-12');
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await odile.opens(`meeting#${meeting}`);
  const form = await odile.unfolds('gathering-cancel');
  await form.select('reason-why', 'MeetingCancellation_OTHER');
  await form.write('gathering-cancel-message', 'Het gaat niet door.');
  await odile.line(false);
  await form.press('gathering-cancel');
  await odile.isTold('gathering-later');
  assert.equal(await waiting(odile.page), 1);
  await story.at('2023-05-12T07:30:00Z');
  await here.node.as('bea').ask('{ me { actor } }');
  await here.node.as('odile').act('openMeeting', meeting, '', null, 'MeetingId');
  await odile.line(true);
  await odile.comesBack('waiting');
  await odile.sees('waiting-refused-title');
  await odile.sees('act_cancelMeeting');
  assert.equal((await one(here.node, 'meeting', meeting, 'state')).state, 'OPEN');
}));

test('commitments: more time, another meeting, none of it, kept', here.can, () => new Story(here).play(async (story) => {
  await story.at('2023-05-19T07:30:00Z');
  const meeting = await announced('Atelier des promesses', '2023-05-19');
  const june = await announced('Atelier de juin', '2023-06-23');
  const node = here.node.as('odile');
  await node.act('openMeeting', meeting, '', null, 'MeetingId');
  const made = {};
  for (const what of ['Écrire à la commune', 'Demander la salle', 'Imprimer les affiches', 'Appeler Bea']) {
    made[what] = id();
    await node.act('makeCommitment', meeting, 'MakeCommitmentInput', { commitment: made[what], what, owner: here.karim, due: '2023-05-31' }, 'MeetingId');
  }
  const stored = (what, fields) => one(here.node, 'commitment', made[what], fields);
  const odile = await story.enter('Odile', 'fr', { viewport: DESKTOP });
  await odile.opens(`meeting#${meeting}`);
  const line = (what) => odile.at(odile.page.locator('li').filter({ hasText: what }).last());
  const unfolds = async (what) => {
    await line(what).press(new RegExp(`^\\s*${odile.words('gathering-otherwise')}`));
    return line(what);
  };

  const postponed = await unfolds('Écrire à la commune');
  await postponed.write('gathering-postpone-to', '2035-06-30');
  await postponed.press('gathering-postpone');
  await odile.page.getByRole('status').locator('.refused').waitFor();
  await postponed.write('gathering-postpone-to', '2023-06-30');
  await postponed.press('gathering-postpone');
  await odile.isTold('gathering-postponed-now');
  assert.deepEqual(await stored('Écrire à la commune', 'due postponed'), { due: '2023-06-30', postponed: 1 });

  const carried = await unfolds('Demander la salle');
  await carried.select('gathering-carry-to', /Atelier de juin/);
  await carried.press('gathering-carry');
  await odile.isTold('gathering-carried-now');
  await line('Demander la salle').sees('gathering-carried');
  assert.deepEqual((await stored('Demander la salle', 'carriedTo')).carriedTo, [june]);

  const dropped = await (await unfolds('Imprimer les affiches')).unfolds('gathering-drop');
  await dropped.select('reason-why', 'CommitmentDropReason_OTHER');
  await dropped.write('reason-in-words', 'Plus de papier');
  await dropped.press('gathering-drop');
  await odile.isTold('gathering-dropped-now');
  await line('Imprimer les affiches').sees('Plus de papier');
  assert.deepEqual(await stored('Imprimer les affiches', 'state dropReason'), { state: 'DROPPED', dropReason: 'OTHER' });

  // Karim, whose word it is, marks one as kept; he does not follow up the others.
  const karim = await story.enter('Karim', 'fr');
  await karim.opens(`meeting#${meeting}`);
  const his = karim.at(karim.page.locator('li').filter({ hasText: 'Appeler Bea' }).last());
  await his.press('gathering-fulfil');
  await karim.isTold('gathering-fulfilled-now');
  assert.equal((await stored('Appeler Bea', 'state')).state, 'FULFILLED');
  assert.equal(await karim.part.getByRole('button', { name: /^\s*Et sinon/ }).count(), 0);
  // What was carried over is there, at the meeting of June.
  await odile.opens(`meeting#${june}`);
  await odile.page.reload();
  await odile.sees('Demander la salle');
}));
