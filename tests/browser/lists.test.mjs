// Lists that are longer than what is asked for at once: what is counted is what there is, and the rest comes as somebody
// goes on; a person's path is whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, device, held, signIn, until, waiting } from './support/browser.mjs';
import { openHouse, setting } from './support/setting.mjs';

const here = setting(openHouse);
const id = () => crypto.randomUUID();
const NEEDS = ['HEA.AMU', 'HEA.CARE', 'HOU.FIND', 'ADM.FORM', 'MON.DEBT', 'MAT.FOOD', 'FAM.PARENT', 'PSY.LISTEN', 'WRK.JOB', 'LNG.LEARN'];

/** A visit with some needs, of a new case or of one that is there. */
async function visit(needs, { of = id(), language = 'fra' } = {}) {
  const input = {
    session: here.session, case: of, mode: 'WALK_IN', language, languageMet: 'DIRECT', answers: ['INFORMED'],
    needs: needs.map((code) => ({ code, need: id(), urgency: 'NORMAL' }))
  };
  await here.node.as('nora').act('recordVisit', id(), 'RecordVisitInput', input, 'VisitId');
}

async function many(count, does) {
  for (let done = 0; done < count; done += 10) await Promise.all(Array.from({ length: Math.min(10, count - done) }, (_, index) => does(done + index)));
}

/** Goes to the end of the page as a finger does, again and again: rows that come into view may be taller than was
 * expected, and the end is then further down. Until so many are there. */
async function all(page, what, count) {
  for (let seen = await page.locator(what).count(); seen < count; ) {
    const further = async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      return page.locator(what).count();
    };
    seen = await until(further, (now) => now > seen);
  }
}

/** So many frames of a page are drawn. */
const frames = (page, count) =>
  page.evaluate((left) => new Promise((over) => {
    const frame = () => (left-- > 0 ? requestAnimationFrame(frame) : over());
    frame();
  }), count);

/** In the page, before anything of it: how many rows came between two frames at most. */
function growth() {
  window.most = 0;
  let before = 0;
  const look = () => {
    const now = document.querySelectorAll('article').length;
    window.most = Math.max(window.most, now - before);
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

test('a day with more visits than are asked for at once', here.can, async () => {
  await visit(['MAT.FOOD'], { language: 'ara' });
  await many(230, () => visit(['MAT.FOOD']));
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await nora.context.addInitScript(growth);
  await page.goto('/fr/app/today');
  await until(() => page.locator('article').count(), (count) => count >= 40);
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('article').count(), 40, 'no more than asked for');
  assert.match(await page.locator('.count').innerText(), /^231\s+visites/);
  await all(page, 'article', 231);
  const most = await page.evaluate(() => window.most);
  assert.ok(most > 0 && most <= 10, `${most} rows were drawn between two frames: a finger would feel it`);
  const first = page.locator('article').filter({ hasText: /arabe/i });
  assert.match(await page.locator('article').last().textContent(), /arabe/i, 'the first of the day is the last of the list');
  // What a colleague records stands on top; what was there stays.
  await visit(['HEA.AMU']);
  await until(() => page.locator('article').count(), (count) => count === 232);
  assert.match(await page.locator('.count').innerText(), /^232\s+visites/);
  // One at the end is taken back: it is gone, nothing else is, also while the list that knows of it is on its way.
  const letGo = await held(nora.context, ({ visits }) => Boolean(visits));
  await page.locator('article').last().getByRole('button', { name: 'Défaire' }).click();
  const gone = async () => {
    await until(() => page.locator('article').count(), (count) => count === 231);
    assert.match(await page.locator('.count').innerText(), /^231\s+visites/);
    assert.equal(await first.count(), 0);
  };
  await page.getByText('La visite est retirée', { exact: false }).waitFor();
  assert.equal(await waiting(page), 0, 'the server has said yes');
  await frames(page, 2);
  await gone();
  letGo();
  await page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await frames(page, 2);
  await gone();
  await nora.context.unrouteAll({ behavior: 'wait' });
  assert.deepEqual(nora.faults, []);
  await nora.context.close();
});

test('the next page of a list does not come: that is said where somebody waits for it, and asked again by hand only', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  let [asked, stumbles] = [0, true];
  await nora.context.route('**/graphql', async (route) => {
    const { after } = route.request().postDataJSON().variables;
    if (!after) return route.continue();
    asked += 1;
    return stumbles ? route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors: [{ message: 'nummer 4711' }] }) }) : route.continue();
  });
  await page.goto('/fr/app/today');
  await until(() => page.locator('article').count(), (count) => count === 40);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const again = page.locator('article >> nth=-1').locator('xpath=following::button').filter({ hasText: 'Réessayer' });
  await again.waitFor();
  // Were it asked again by itself, it would be within the frames in which the end is looked for.
  await frames(page, 60);
  assert.equal(asked, 1, 'questions for the next page');
  stumbles = false;
  await again.click();
  await until(() => page.locator('article').count(), (count) => count >= 80);
  assert.equal(await again.count(), 0);
  await nora.context.close();
});

test('a path with more steps than are asked for at once is whole', here.can, async () => {
  const of = id();
  for (let day = 0; day < 13; day += 1) await visit(NEEDS, { of });
  const odile = await device(here.browser, here.node, { viewport: DESKTOP });
  const page = await odile.page();
  await signIn(page, 'Odile');
  await page.goto(`/fr/app/path#case=${of}`);
  await until(() => page.locator('main ol > li').count(), (count) => count === 143);
  assert.match(await page.locator('main h2').last().innerText(), /143/);
  assert.deepEqual(odile.faults, []);
  await odile.context.close();
});

test('more to do than is asked for at once', here.can, async () => {
  await many(60, () => here.node.as('nora').act('requestAccompaniment', id(), 'RequestAccompanimentInput', { case: id(), purpose: 'NET.ESCORT', language: 'ara' }, 'PairingId'));
  const odile = await device(here.browser, here.node, { viewport: DESKTOP });
  const page = await odile.page();
  await signIn(page, 'Odile');
  await page.goto('/fr/app/todo');
  await page.getByRole('radio', { name: 'Coordination' }).check({ force: true });
  await until(() => page.locator('.count').innerText(), (words) => /^60\s/.test(words));
  await all(page, 'article', 60);
  assert.deepEqual(odile.faults, []);
  await odile.context.close();
});
