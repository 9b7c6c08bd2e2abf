// A note about a visit: who reads it is said first, a number in it is asked about, also without a line. And those who
// could not be received are counted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receives } from './support/acts.mjs';
import { until, waiting } from './support/browser.mjs';
import { one, visited } from './support/given.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';

const here = setting({
  ...openHouse,
  begin: async (node) => {
    const colleague = { displayName: 'Ines', email: 'ines@example.org', facets: [{ facet: crypto.randomUUID(), role: 'HOST' }] };
    await node.as('admin').act('inviteAccount', crypto.randomUUID(), 'InviteAccountInput', colleague, 'ActorId');
    return openHouse.begin(node);
  }
});
const notes = async (visit, who = 'nora') => (await one(here.node, 'visit', visit, 'notes { level words }', who)).notes;
const newest = async () => (await here.node.as('odile').ask('{ visits(first: 1) { nodes { id } } }')).visits.nodes[0].id;
const away = async () => (await here.node.as('odile').ask('query($id: UUID!) { session(id: $id) { summary { turnedAway } } }', { id: here.session })).session.summary.turnedAway;

test('right after saving: a number in a note is asked about once, and kept when it is meant', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'fr');
  await receives(nora);
  await nora.page.getByRole('status').getByRole('button', { name: 'Une note' }).click();
  await nora.sees('note-title');
  const visit = await newest();
  await nora.write('note-write', 'Rappeler au 0470 12 34 56 le matin.');
  await nora.sees('note-doubt');
  await nora.press('note-save');
  assert.deepEqual(await notes(visit), [], 'not before it is said once more');
  await nora.press('note-save-anyway');
  await nora.isTold('note-kept');
  await until(() => notes(visit), ([note]) => note?.level === 'SHARED' && note.words === 'Rappeler au 0470 12 34 56 le matin.');
  await nora.seesNo('note-title');
  // The next person can be received at once.
  await nora.tick('visit-need-housing');
}));

test('without a line a note waits behind its visit; a date is no number', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'ar');
  await nora.goes('visit');
  await nora.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await nora.line(false);
  await nora.tick('visit-need-food');
  await nora.press(new RegExp(`^\\s*${nora.words('visit-save')}`));
  await nora.isTold('visit-kept');
  await nora.page.getByRole('status').getByRole('button', { name: new RegExp(nora.words('visit-note')) }).click();
  await nora.write('note-write', 'موعد يوم 12/03/2026 الساعة 9');
  assert.equal(await nora.part.getByText(new RegExp(nora.words('note-doubt'))).count(), 0);
  await nora.press('note-save');
  await nora.isTold('note-later');
  assert.equal(await waiting(nora.page), 2);
  await nora.line(true);
  await until(() => waiting(nora.page), (count) => count === 0);
  assert.deepEqual((await notes(await newest())).map(({ level }) => level), ['SHARED']);
}));

test('a private note is read by nobody in passing; a colleague named in a note is asked about by the server', here.can, () => new Story(here).play(async (story) => {
  const { visit } = await visited(here.node, here.session, { language: 'ron' });
  const nora = await story.enter('Nora', 'nl');
  await nora.goes('today');
  const card = nora.at(nora.page.locator('article').filter({ hasText: 'Roemeens' }));
  await card.press('today-notes');
  await card.sees('today-no-note');
  await card.choose('note-private', 'note-who');
  await card.sees('note-private-is');
  await card.write('note-write', 'Ines kent de persoon van vroeger.');
  await card.press('note-save');
  await nora.page.getByRole('status').locator('.refused').waitFor();
  assert.equal(await waiting(nora.page), 0, 'what is asked about does not wait as refused');
  await card.press('note-save-anyway');
  await nora.isTold('note-kept');
  await card.sees('today-private-note');
  assert.deepEqual(await notes(visit), [{ level: 'PRIVATE', words: null }]);
}));

test('a note that waited is asked about where it waits, and kept when it is meant', here.can, () => new Story(here).play(async (story) => {
  const { visit } = await visited(here.node, here.session, { language: 'pol' });
  const nora = await story.enter('Nora', 'fr');
  await nora.goes('today');
  const card = nora.at(nora.page.locator('article').filter({ hasText: 'Polonais' }));
  await card.press('today-notes');
  await card.sees('today-no-note');
  await card.write('note-write', 'Ines connaît la famille.');
  await nora.line(false);
  await card.press('note-save');
  await nora.isTold('note-later');
  await nora.line(true);
  await nora.goes('waiting');
  await nora.sees('Ines connaît la famille.');
  await nora.press('note-save-anyway');
  await nora.isTold('note-kept');
  await nora.sees('waiting-nothing');
  await until(() => notes(visit), ([note]) => note?.words === 'Ines connaît la famille.');
}));

test('two could not be received: counted with the reason; a desk that closed meanwhile refuses', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'fr');
  await nora.goes('desk');
  const form = await nora.unfolds('desk-away');
  await form.select('reason-why', 'TurnedAwayReason_LANGUAGE_NOT_COVERED');
  await form.write('desk-away-count', '0');
  await form.sees('desk-away-wrong');
  await form.write('desk-away-count', '2');
  await form.select('desk-away-language', 'Somali');
  await form.press('desk-away');
  await nora.isTold('desk-away-noted');
  assert.equal(await away(), 2);
  await nora.sees(/Non reçues\s*:\s*2/);

  const later = await nora.unfolds('desk-away');
  await later.select('reason-why', 'TurnedAwayReason_FULL');
  await here.node.as('odile').act('closeSession', here.session, 'CloseSessionInput', { countsChecked: true }, 'SessionId');
  await later.press('desk-away');
  await nora.page.getByRole('status').locator('.refused').waitFor();
  assert.equal(await away(), 2);
}));
