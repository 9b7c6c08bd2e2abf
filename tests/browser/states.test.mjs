// What each screen says when there is nothing to show: it is being asked for, nothing is there, no line, a fault of the
// server, the role is another one. Always a sentence, and what one can do next; never a blank page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, held, shellKept, signIn } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { wordsOf } from './support/words.mjs';

const here = setting(openHouse);

/** Who looks at which screens, in which language, and what each says in an empty house; `null` where there is always
 * something to do. Screens that only write ask nothing before. */
const SCREENS = [
  { who: 'Nora', lang: 'fr', asks: { today: 'today-nothing', desk: null, meetings: 'meetings-nothing', numbers: 'numbers-nothing', partners: 'partners-nothing', data: 'data-demo-account' }, writes: { refer: 'refer-visit-first', companion: 'companion-visit-first', visit: 'visit-ask-need', waiting: 'waiting-nothing', board: 'board-ask', path: 'path-code', more: 'core-session', meeting: 'gathering-none' } },
  { who: 'Odile', lang: 'ar', asks: { todo: null, pairing: 'pairing-nothing', people: 'people-nothing', data: 'data-no-request', numbers: 'numbers-nothing', partners: 'partners-nothing' }, writes: {} },
  { who: 'Karim', lang: 'ar', asks: { mine: 'mine-nothing', free: 'free-nothing', meetings: 'meetings-nothing', data: 'data-no-member' }, writes: {} }
];

/** Screens that are for other roles. */
const FOREIGN = { Nora: ['todo', 'pairing', 'people', 'mine', 'free'], Karim: ['visit', 'today', 'refer', 'companion', 'desk', 'path', 'numbers', 'partners', 'todo', 'people', 'pairing'], Odile: ['visit', 'refer', 'companion', 'mine', 'free'], Auditor: ['visit', 'today', 'desk', 'meetings', 'partners', 'people'] };

const say = (lang, key) => new RegExp(wordsOf(lang)(key));
const visible = (page) => page.locator('main').locator('visible=true');
const sees = (page, lang, key) => visible(page).getByText(say(lang, key)).first().waitFor({ timeout: 10_000 });

for (const { who, lang, asks, writes } of SCREENS) {
  test(`${who}: nothing is there, and it is said`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    await signIn(page, who, lang);
    for (const [screen, words] of Object.entries({ ...asks, ...writes })) {
      await page.goto(`/${lang}/app/${screen}`);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      if (words) await sees(page, lang, words).catch(() => assert.fail(`${screen}: ${words} is not said`));
    }
    assert.deepEqual(own.faults, []);
    await own.context.close();
  });

  test(`${who}: a question that takes its time is said to be asked`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    await signIn(page, who, lang);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await own.context.addInitScript(() => indexedDB.deleteDatabase('entraide'));
    await own.context.route('**/graphql', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    for (const screen of Object.keys(asks)) {
      await page.goto(`/${lang}/app/${screen}`);
      await page.locator('[aria-busy="true"]').first().waitFor({ timeout: 10_000 }).catch(() => assert.fail(`${screen}: nothing says that it is asked`));
      assert.match(await page.locator('[aria-busy="true"]').first().innerText(), say(lang, 'core-loading'));
    }
    release();
    await own.context.close();
  });

  test(`${who}: a server that stumbles is said to, and can be asked again`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    await signIn(page, who, lang);
    await own.context.route('**/graphql', (route) => route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors: [{ message: 'nummer 4711', extensions: { code: 'FAULT' } }] }) }));
    for (const screen of Object.keys(asks)) {
      await page.goto(`/${lang}/app/${screen}`);
      await sees(page, lang, 'core-trouble-fault').catch(() => assert.fail(`${screen}: the fault is not said`));
      await visible(page).getByRole('button', { name: say(lang, 'core-try-again') }).first().waitFor({ timeout: 5_000 }).catch(() => assert.fail(`${screen}: no way to try again`));
    }
    await own.context.close();
  });

  test(`${who}: without a line the screens are there, and say so`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    await signIn(page, who, lang);
    await shellKept(page);
    await own.context.setOffline(true);
    for (const screen of [...Object.keys(asks), ...Object.keys(writes)]) {
      await page.goto(`/${lang}/app/${screen}`);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      // These ask nothing, and a browser whose line is cut by a test does not tell new pages.
      if (screen === 'board' || screen === 'more') continue;
      await page.getByRole('link', { name: say(lang, 'core-offline') }).first().waitFor({ timeout: 10_000 }).catch(() => assert.fail(`${screen}: the line on top does not say it`));
      const said = await page.locator('main').innerText();
      const kept = [say(lang, 'core-as-of'), say(lang, 'core-trouble-offline'), ...(writes[screen] ? [say(lang, writes[screen])] : [])];
      assert.ok(kept.some((words) => words.test(said)), `${screen}: ${said.slice(0, 200)}`);
    }
    await own.context.close();
  });
}

test('a desk of which nothing could be known is not said to be closed', here.can, async () => {
  const own = await device(here.browser, here.node);
  const page = await own.page();
  await signIn(page);
  await page.evaluate(() => localStorage.removeItem('entraide.desk'));
  await own.context.route('**/graphql', (route) => route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors: [{ message: 'nummer 4711', extensions: { code: 'FAULT' } }] }) }));
  await page.goto('/fr/app/today');
  await sees(page, 'fr', 'core-trouble-fault');
  await own.context.unroute('**/graphql');
  await visible(page).getByRole('button', { name: say('fr', 'core-try-again') }).click();
  await sees(page, 'fr', 'today-nothing');
  await own.context.close();
});

for (const [who, screens] of Object.entries(FOREIGN)) {
  test(`${who}: a screen for other roles says so, and leads on`, here.can, async () => {
    const own = await device(here.browser, here.node);
    const page = await own.page();
    const lang = who === 'Odile' ? 'ar' : 'fr';
    await signIn(page, who, lang);
    for (const screen of screens) {
      await page.goto(`/${lang}/app/${screen}`);
      await sees(page, lang, 'core-trouble-no-right').catch(() => assert.fail(`${screen}: nothing says why not`));
      await visible(page).getByRole('alert').getByRole('link', { name: say(lang, 'core-go-on') }).click();
      await page.waitForURL((url) => !url.pathname.endsWith('/role'));
    }
    // A page that was written at the build asks before it knows the role: the server says no as well.
    assert.deepEqual(own.faults.filter((fault) => !/status of 403/.test(fault)), []);
    await own.context.close();
  });
}

/** A meeting in a day or so. */
async function planned() {
  const [odile, meeting] = [here.node.as('odile'), crypto.randomUUID()];
  const [startsAt, endsAt] = [30, 31].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  await odile.act('planMeeting', meeting, 'PlanMeetingInput', { title: { fr: 'Rencontre' }, welcomeAt: startsAt, startsAt, endsAt, timeZone: 'Europe/Brussels', place: { name: 'La salle' } }, 'MeetingId');
  return meeting;
}

test('what a subject for a meeting must tell is asked once it is known who proposes it', here.can, async () => {
  const meeting = await planned();
  const own = await device(here.browser, here.node);
  const page = await own.page();
  await signIn(page, 'Nora');
  const letGo = await held(own.context, ({ members }) => Boolean(members));
  await page.goto(`/fr/app/meeting#${meeting}`);
  await sees(page, 'fr', 'gathering-no-agenda');
  const subject = page.getByLabel(say('fr', 'gathering-new-item'));
  assert.equal(await subject.count(), 0, 'nothing that changes while it is answered');
  letGo();
  await subject.waitFor();
  await own.context.unrouteAll({ behavior: 'wait' });
  assert.deepEqual(own.faults, []);
  await own.context.close();
});

test('whoever goes on before the server has answered is told all the same, and nothing is complained of', here.can, async () => {
  await planned();
  const own = await device(here.browser, here.node);
  const page = await own.page();
  await signIn(page, 'Nora');
  await page.goto('/fr/app/meetings');
  const letGo = await held(own.context, ({ outcome }) => Boolean(outcome));
  await page.getByRole('button', { name: say('fr', 'meetings-announce') }).first().click();
  await page.locator('nav.screens').getByRole('link', { name: say('fr', 'core-screen-today') }).click();
  await sees(page, 'fr', 'today-nothing');
  letGo();
  await page.getByRole('status').getByText(say('fr', 'meetings-announced')).waitFor();
  await own.context.unrouteAll({ behavior: 'wait' });
  assert.deepEqual(own.faults, []);
  await own.context.close();
});
