// The pages that need no script, walked through with scripts off: a visit is recorded, a volunteer says yes, another one
// no, a meeting goes into a calendar, somebody finds who can help.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { PHONE, until } from './support/browser.mjs';
import { come, LANGS, lettersHouse, meeting } from './support/pages.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { history } from './support/tilleuls.mjs';
import { wordsOf } from './support/words.mjs';
import { stored } from './support/world.mjs';

const desk = setting(openHouse);
const post = setting(lettersHouse);
const example = setting({ begin: meeting });

/** A phone on which no script runs. */
const plain = ({ browser, node }, more = {}) => browser.newContext({ viewport: PHONE, locale: 'fr-BE', baseURL: node.pages, javaScriptEnabled: false, ...more });

const reads = (page, lang, key) => page.locator('main').getByText(new RegExp(wordsOf(lang)(key))).first().waitFor();

for (const lang of LANGS) {
  test(`a visit is recorded on the plain form in ${lang}`, desk.can, async () => {
    const context = await plain(desk);
    await come(context, desk.node, 'nora-brussels');
    const page = await context.newPage();
    const before = (await stored(desk.node, desk.session)).length;
    await page.goto(`/${lang}/brussels/visit`);
    await page.locator('.tiles label').filter({ hasText: new RegExp(wordsOf(lang)('page-need-card')) }).click();
    await page.locator('.tiles label').filter({ hasText: new RegExp(wordsOf(lang)('page-need-talk')) }).click();
    await page.locator('select').selectOption('ara');
    await page.locator('button').click();
    await reads(page, lang, 'page-visit-recorded');
    const visits = await stored(desk.node, desk.session);
    assert.equal(visits.length, before + 1);
    assert.deepEqual(visits.at(-1).needs.map(({ code }) => code).sort(), ['HEA.AMU', 'PSY.LISTEN']);
    // Sent again by reloading it is the same visit; with the next form it is another one.
    await page.reload();
    await reads(page, lang, 'page-visit-recorded');
    assert.equal((await stored(desk.node, desk.session)).length, before + 1, 'a form sent twice is one visit');
    assert.equal(await page.locator('select').inputValue(), 'ara', 'the language stays that of the visit before');
    assert.equal(await page.locator('.tiles :checked').count(), 0, 'the needs of the last person are not those of the next');
    await page.locator('.tiles label').first().click();
    await page.locator('button').click();
    await reads(page, lang, 'page-visit-recorded');
    assert.equal((await stored(desk.node, desk.session)).length, before + 2);
    await context.close();
  });

  test(`a volunteer says yes, and another one no, in ${lang}`, post.can, async () => {
    const context = await plain(post);
    const page = await context.newPage();
    const opens = async (link) => {
      // The letter is in one language; the switch leads to the same question in another.
      await page.goto(link);
      await page.locator(`.tongues a[hreflang="${lang}"]`).click();
      await page.waitForURL(`**/${lang}/l/*`);
      await reads(page, lang, 'page-link-question');
    };
    const [yes, no] = [await post.asks('Bea'), await post.asks('Karim')];
    await opens(yes.link);
    assert.deepEqual(await history(post.node, 'pairing', yes.pairing), ['AccompanimentRequested', 'PairingProposed'], 'looking changes nothing');
    await page.getByRole('button', { name: new RegExp(wordsOf(lang)('page-link-yes')) }).click();
    await reads(page, lang, 'page-link-yes-said');
    assert.deepEqual((await history(post.node, 'pairing', yes.pairing)).at(-1), 'PairingAcceptedByVolunteer');

    await opens(no.link);
    await page.locator('input[value="TOO_FAR"]').check();
    await page.getByRole('button', { name: new RegExp(wordsOf(lang)('page-link-no')) }).click();
    await reads(page, lang, 'page-link-no-said');
    const { pairing } = await post.node.as('odile').ask('query($id: PairingId!) { pairing(id: $id) { state declines { reason } } }', { id: no.pairing });
    assert.deepEqual(pairing.declines.map(({ reason }) => reason), ['TOO_FAR']);
    // The link is worth nothing any more.
    const again = await page.goto(no.link.replace('/fr/l/', `/${lang}/l/`));
    assert.equal(again.status(), 410);
    await reads(page, lang, 'page-link-over');
    await context.close();
  });

  test(`a meeting goes into a calendar in ${lang}`, example.can, async () => {
    const context = await plain(example);
    const page = await context.newPage();
    await page.goto(`/${lang}/brussels`);
    await page.getByRole('link', { name: new RegExp(`^${wordsOf(lang)('page-meetings')}$`) }).click();
    const event = await downloaded(page, () => page.getByRole('link', { name: new RegExp(wordsOf(lang)('page-to-calendar')) }).click());
    assert.equal(event.length, 1);
    assert.equal(event[0].summary, lang === 'ar' ? 'لقاء الشهر' : 'Rencontre du mois');
    assert.equal(event[0].startDate.toJSDate().toISOString(), `${example.day}T11:30:00.000Z`);
    assert.equal(event[0].endDate.toJSDate().toISOString(), `${example.day}T13:30:00.000Z`);
    assert.match(event[0].description, new RegExp(wordsOf(lang)('page-welcome-from')));
    assert.match(event[0].location, /Rue des Tilleuls 7/);
    const all = await downloaded(page, () => page.getByRole('link', { name: new RegExp(wordsOf(lang)('page-all-to-calendar')) }).click());
    assert.deepEqual(all.map(({ uid }) => uid), [event[0].uid]);
    await context.close();
  });

  test(`somebody finds who can help in ${lang}`, example.can, async () => {
    const context = await plain(example);
    const page = await context.newPage();
    await page.goto(`/${lang}/brussels`);
    await page.getByRole('link', { name: new RegExp(`^${wordsOf(lang)('page-help')}$`) }).click();
    await page.locator('.tiles a').filter({ hasText: new RegExp(wordsOf(lang)('page-need-card')) }).click();
    await page.waitForURL('**/help?need=card');
    await page.locator('select').selectOption('fra');
    await page.locator('.filter button').click();
    await page.waitForURL(/need=card.*language=fra/);
    const name = await page.locator('h3 a').first().innerText();
    await page.locator('h3 a').first().click();
    assert.equal(await page.locator('h1').innerText(), name);
    for (const end of ['easy', 'privacy', 'accessibility']) {
      await page.getByRole('link', { name: new RegExp(`^${wordsOf(lang)(`page-${end}`)}$`) }).click();
      await page.waitForURL(`**/${lang}/brussels/${end}`);
      await page.locator('main section').first().waitFor();
    }
    // A page that is not there leads back to the start.
    await page.goto(`/${lang}/brussels/nowhere`);
    await page.getByRole('link', { name: new RegExp(wordsOf(lang)('page-to-front')) }).click();
    await until(() => page.url(), (url) => new RegExp(`/${lang}(/brussels)?$`).test(url));
    await context.close();
  });
}

/** The events of a calendar file that comes when something is done. */
async function downloaded(page, does) {
  const [download] = await Promise.all([page.waitForEvent('download'), does()]);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
