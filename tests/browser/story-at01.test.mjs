// AT-01 on screen: a woman who passes through speaks Arabic and gives no name. Samir receives her in French words, Nora
// works beside him in Arabic, Odile follows in Dutch. On Thursday the woman comes back with her code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksUp, opensDesk, records } from './support/acts.mjs';
import { DESKTOP, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { history, tilleuls } from './support/tilleuls.mjs';

const WHIT_MONDAY = '2023-05-29T07:00:00Z';
const MONDAY = '2023-06-05T07:20:00Z';
const THURSDAY = '2023-06-08T12:05:00Z';
const here = setting({ empty: true, clock: WHIT_MONDAY, begin: tilleuls });

/** A visit as it is told at the desk: one tile, the language, how it was met. */
async function receives(host, tile, language) {
  await host.tick(tile);
  await host.readOn();
  if (!(await host.part.getByRole('radio', { name: language }).isVisible())) await host.press('visit-more');
  await host.choose(language);
  await records(host);
}

test('an anonymous walk-in in Arabic, and back with a code', here.can, () => new Story(here).play(async (story) => {
  const samir = await story.enter('Samir', 'fr');

  // Whit Monday: closed, unless there is a reason.
  await samir.goes('desk');
  await samir.press('desk-open');
  await samir.sees('desk-why');
  assert.equal(await samir.part.getByRole('button', { name: 'Ouvrir la permanence' }).isDisabled(), true);

  await story.at(MONDAY);
  const nora = await story.enter('Nora', 'ar');
  await nora.sees('visit-desk-closed');
  await nora.dark(true);
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await samir.comesBack('desk');
  await samir.press('desk-open');
  await samir.isTold('desk-opened');

  // She gives no name. Arabic, directly, passing through, 25 minutes.
  await samir.goes('visit');
  await samir.tick('visit-need-card');
  await samir.tick('visit-need-talk');
  await samir.press('visit-more');
  await samir.choose('Arabe', 'facts-language');
  await samir.choose('facts-met-direct', 'facts-met');
  await samir.choose('facts-passing', 'facts-relation');
  await samir.write('facts-minutes', '25');
  await records(samir);

  // Odile sees it come. Samir listened; he gives her a slip with a code.
  await odile.goes('today');
  await odile.sees(/[Mm]edische/);
  await samir.goes('today');
  await samir.press('today-more');
  await samir.press(/Répondu ici.*(écout|Écout)/);
  await samir.isTold('today-heard-now');
  await samir.press('today-code');
  await samir.isTold('today-code-now');
  const code = (await samir.part.locator('.code').innerText()).trim();
  assert.match(code, /^[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{4}$/, 'no 0, O, 1, I or L');

  // Six more this morning, received by two hosts at once in two languages.
  // Nora's screen was there before the desk was open, and still says that it is closed: she is not asked for a second session.
  await opensDesk(nora);
  await nora.dark(false);
  await samir.goes('visit');
  await Promise.all([
    (async () => {
      for (const language of ['Français', 'Français', 'Néerlandais']) await receives(samir, 'visit-need-papers', language);
    })(),
    (async () => {
      for (const language of ['الفرنسية', 'الهولندية', 'العربية']) await receives(nora, 'visit-need-papers', language);
    })()
  ]);
  await until(() => odile.part.locator('article').count(), (count) => count === 7);

  // The figures are looked at before the desk closes.
  await nora.goes('desk');
  await nora.press('desk-close');
  assert.match(await nora.text(), /7/);
  await nora.write('desk-counted', '7');
  await nora.press('desk-close-now');
  await nora.isTold('desk-closed');
  const read = () => here.node.as('odile').ask('{ sessions(first: 5) { nodes { state summary { visits languages { value count } relationToArea { value count } } } } }');
  const { sessions } = await until(read, (now) => now.sessions.nodes.some(({ state }) => state === 'CLOSED'));
  const counts = (list) => Object.fromEntries(list.map(({ value, count }) => [value, count]));
  const [{ summary }] = sessions.nodes.filter(({ state }) => state === 'CLOSED');
  assert.equal(sessions.nodes.filter(({ state }) => state !== 'PLANNED').length, 1, 'one session for both hosts');
  assert.equal(summary.visits, 7);
  assert.deepEqual(counts(summary.languages), { fra: 3, nld: 2, ara: 2 });
  assert.equal(counts(summary.relationToArea).passingThrough, 1);

  // Thursday: a wrong code and an unknown one are answered alike; the right one finds her path.
  await story.at(THURSDAY);
  await nora.comesBack('path');
  const none = async (typed) => {
    await looksUp(nora, typed);
    await nora.sees('path-none');
    return nora.text();
  };
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`;
  assert.equal(await none(wrong), await none('ZZZ-ZZZZ'));
  await nora.write('path-code', code.toLowerCase());
  await nora.press('path-show');
  await nora.sees('Event_ReturnCodeIssued');
  await nora.sees('Event_NeedAnsweredDirectly');
  assert.deepEqual(new URL(nora.page.url()).search, '', 'the code is in no address');

  // Whoever guesses must wait, and is told so.
  for (const last of 'ABCDEFGHJKMN') {
    await nora.write('path-code', `ZZZ-ZZZ${last}`);
    await Promise.all([nora.page.waitForResponse('**/graphql'), nora.press('path-show')]);
  }
  await nora.sees('path-guesses');
  const { visits } = await here.node.as('odile').ask('{ visits(first: 10, filter: { state: [RECORDED] }) { nodes { id needs { code } } } }');
  const hers = visits.nodes.find(({ needs }) => needs.some(({ code: one }) => one === 'HEA.AMU'));
  assert.deepEqual(await history(here.node, 'visit', hers.id), ['VisitRecorded', 'NeedExpressed', 'NeedExpressed', 'NeedAnsweredDirectly', 'ReturnCodeIssued']);
}));
