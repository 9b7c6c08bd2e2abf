// AT-05 on screen: a meeting is planned, announced, run and written down. Odile leads in Dutch on a desk, Mona comes and
// looks in Arabic on her phone; in June a later meeting approves what was written in May.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, history, member, tilleuls } from './support/tilleuls.mjs';

const here = setting({
  empty: true,
  clock: '2023-05-10T08:00:00Z',
  begin: async (node) => {
    await tilleuls(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    await member(node, 'Bea', { who: 'bea' });
    await member(node, 'Karim', { who: 'karim' });
    await member(node, 'Mona', { who: 'mona' });
    await member(node, 'Fatima-Imaginée');
  }
});

const meetings = async () => (await here.node.as('odile').ask('{ meetings(first: 10) { nodes { id state minutesState startsAt attendance { total named anonymous } published { total anonymous languages attendees { member } text { fr nl ar en } } } } }')).meetings.nodes.sort((a, b) => a.startsAt.localeCompare(b.startsAt));

/** Plans a meeting and announces it. */
async function plans(odile, name, day) {
  await odile.press('meetings-plan');
  await odile.write('meetings-name', name);
  await odile.write('meetings-day', day);
  await odile.write('meetings-welcome-time', '09:00');
  await odile.write('meetings-start', '09:30');
  await odile.write('meetings-end', '11:30');
  await odile.press('meetings-plan-now');
  await odile.isTold('meetings-planned');
  await odile.within(name).press('meetings-announce');
  await odile.isTold('meetings-announced');
}

test('a meeting from the plan to its published minutes', here.can, () => new Story(here).play(async (story) => {
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await odile.goes('meetings');
  // Nobody is welcomed after the start.
  await odile.press('meetings-plan');
  await odile.write('meetings-name', 'Te laat');
  await odile.write('meetings-day', '2023-05-26');
  await odile.write('meetings-welcome-time', '10:00');
  await odile.press('meetings-plan-now');
  await odile.page.getByRole('status').locator('.refused').waitFor();
  await odile.press('core-cancel');
  await plans(odile, 'Ontmoeting van mei', '2023-05-26');
  await plans(odile, 'Ontmoeting van juni', '2023-06-23');

  // Mona sees it in Arabic, keeps a seat, and proposes a subject; Odile takes it.
  const mona = await story.enter('Mona', 'ar');
  await mona.goes('meetings');
  await mona.within('Ontmoeting van mei').press('meetings-come');
  await mona.isTold('meetings-registered');
  await mona.within('Ontmoeting van mei').follow(/./);
  await mona.write('gathering-new-item', 'ورشة خياطة');
  await mona.press('gathering-propose-item');
  await mona.isTold('gathering-item-proposed');
  // Odile is no member: nobody else's name stands under her subject. A need about health or residence asks for five.
  await odile.comesBack('meetings');
  await odile.within('Ontmoeting van mei').follow(/./);
  await odile.write('gathering-new-item', 'Medische kaart');
  await odile.select('gathering-heard-need', 'Medische kaart, dringende medische hulp');
  await odile.write('gathering-heard-how', '3');
  await odile.press('gathering-propose-item');
  await odile.part.locator('[aria-invalid="true"]').waitFor();
  await odile.write('gathering-heard-how', '6');
  await odile.press('gathering-propose-item');
  await odile.isTold('gathering-item-proposed');
  const agenda = async () => (await here.node.as('odile').ask('{ meetings(first: 10) { nodes { agenda { member need { code expressions } } } } }')).meetings.nodes.flatMap((one) => one.agenda);
  const subjects = await until(agenda, (now) => now.length === 2);
  assert.notEqual(subjects[0].member, null, 'Mona asks for hers');
  assert.deepEqual([subjects[1].member, subjects[1].need.expressions], [null, 6]);
  await odile.press('gathering-accept');
  await odile.isTold('gathering-item-accepted');

  // The day: it begins, people come, some named because they want to be, some counted.
  await story.at('2023-05-26T06:50:00Z');
  await odile.comesBack('meetings');
  await odile.within('Ontmoeting van mei').follow(/./);
  await odile.press('gathering-open');
  await odile.isTold('gathering-opened');
  for (const name of ['Bea', 'Karim', 'Mona', 'Fatima-Imaginée']) {
    await odile.select('gathering-with-name', name);
    await odile.press('gathering-agrees-to-name');
    await odile.isTold('gathering-named-now');
  }
  for (const language of [/LSFB/, /LSFB/, /Arabisch/]) {
    await odile.select('gathering-without-name', language);
    await odile.press('gathering-one-person');
    await odile.isTold('gathering-counted');
  }
  const [may] = await until(meetings, ([one]) => one.attendance.total === 7);
  assert.deepEqual(may.attendance, { total: 7, named: 4, anonymous: 3 });

  // A decision by consensus, something somebody will do, and the end.
  await odile.write('gathering-new-decision', 'Geen foto’s');
  await odile.press('gathering-decide');
  await odile.isTold('gathering-decided');
  await odile.write('gathering-new-commitment', 'Een naaileraar vinden');
  await odile.select('gathering-who', 'Bea');
  await odile.write('gathering-due', '2023-06-20');
  await odile.press('gathering-promise');
  await odile.isTold('gathering-promised');
  await odile.press('gathering-close');
  await odile.isTold('gathering-closed');

  // Written in three languages; nothing is published before a later meeting approves it.
  await odile.at(odile.part.locator('section').filter({ has: odile.page.getByRole('heading', { name: /Verslag/ }) })).sees(/Verslag/);
  await odile.write('Français', 'Sept personnes. Un atelier de couture.');
  await odile.write('Nederlands', 'Zeven mensen. Een naaiatelier.');
  await odile.write('العربية', 'سبعة أشخاص.');
  await odile.press('core-save');
  await odile.isTold('gathering-minutes-kept');
  await odile.sees('gathering-not-approved');
  await odile.sees('gathering-no-later');
  assert.equal(await odile.part.getByRole('button', { name: 'Publiceren' }).count(), 0);

  // Bea keeps her word before the day; in June they are approved and published.
  await story.at('2023-06-19T08:00:00Z');
  await odile.comesBack('meetings');
  await odile.within('Ontmoeting van mei').follow(/./);
  await odile.press('gathering-fulfil');
  await odile.isTold('gathering-fulfilled-now');
  await story.at('2023-06-23T07:00:00Z');
  await odile.comesBack('meetings');
  await odile.within('Ontmoeting van juni').follow(/./);
  await odile.press('gathering-open');
  await odile.isTold('gathering-opened');
  await odile.follow('gathering-all');
  await odile.within('Ontmoeting van mei').follow(/./);
  await odile.select('gathering-approve-at', /juni/);
  await odile.press('gathering-approve');
  await odile.isTold('gathering-approved-now');
  await odile.press('gathering-publish');
  await odile.isTold('gathering-published-now');

  // Mona reads it in Arabic.
  await mona.comesBack('meetings');
  await mona.within('Ontmoeting van mei').follow(/./);
  await mona.sees('سبعة أشخاص.');
  const [published] = await until(meetings, ([one]) => one.published);
  assert.equal(published.minutesState, 'PUBLISHED');
  assert.deepEqual([published.published.total, published.published.anonymous, published.published.languages], [7, 3, ['FR', 'NL', 'AR']]);

  // A name that is taken back leaves the minutes; the person stays counted.
  await odile.press(/Fatima-Imaginée/);
  await odile.isTold('gathering-name-taken');
  const [after] = await until(meetings, ([one]) => one.attendance.named === 3);
  assert.deepEqual(after.attendance, { total: 7, named: 3, anonymous: 4 });
  const happened = await history(here.node, 'meeting', after.id);
  assert.deepEqual(happened.filter((event) => /^Minutes|^Meeting/.test(event)), ['MeetingPlanned', 'MeetingAnnounced', 'MeetingOpened', 'MeetingClosed', 'MinutesDrafted', 'MinutesApproved', 'MinutesPublished']);
}));
