// What is done rarely stands folded: each of these forms, opened, in four languages, light and dark, small and large: axe
// finds nothing, nothing is cut, nothing is to be scrolled sideways, every target is large enough. `PICTURES=FOLDER` leaves
// a picture of each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, signIn, SMALL, until } from './support/browser.mjs';
import { asked, goAlong, referred, visited, volunteer } from './support/given.mjs';
import { everyLook } from './support/looks.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { charter, partner, sheet } from './support/tilleuls.mjs';
import { wordsOf } from './support/words.mjs';

const LANGS = process.env.LANGS?.split(',') ?? ['fr', 'nl', 'ar', 'en'];
const ONLY = process.env.ONLY?.split(',');
const id = () => crypto.randomUUID();
const name = 'CPAS-Test';
const NOW = '2023-05-10T08:00:00Z';
const later = (days) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();

const here = setting({
  ...openHouse,
  clock: NOW,
  begin: async (node) => {
    const house = await openHouse.begin(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    const of = await partner(node, { fr: name });
    const service = await sheet(node, of, { name: { fr: 'Carte médicale' }, needs: ['HEA.AMU'], conditions: { access: 'WALK_IN' } });
    const karim = await volunteer(node, 'Karim', 'karim');
    const sent = () => referred(node, house.session, { partner: of, service, name });
    await visited(node, house.session);
    const [waits, over] = [await sent(), await sent()];
    const nora = node.as('nora');
    await nora.act('acceptReferral', over.referral, 'AcceptReferralInput', { contactWay: 'PERSON_WALKS_IN' }, 'ReferralId');
    await nora.act('recordPersonAttended', over.referral, 'RecordPersonAttendedInput', { source: 'PERSON' }, 'ReferralId');
    await nora.act('closeReferral', over.referral, 'CloseReferralInput', { outcome: 'GOT_HELP' }, 'ReferralId');
    const [wanted, runs, ended] = [await asked(node, house.session), await asked(node, house.session), await asked(node, house.session)];
    await nora.act('givePersonName', wanted.person, 'GivePersonNameInput', { name: 'Salma-Imaginée' }, 'PersonId');
    for (const { pairing } of [ended, runs]) {
      await goAlong(node, pairing, karim, 'karim');
      await node.as('karim').act('logContact', pairing, 'LogContactInput', { contactMade: true, medium: 'PHONE', minutes: 10, note: 'Au téléphone' }, 'PairingId');
      if (pairing === ended.pairing) await node.as('odile').act('endPairing', pairing, 'EndPairingInput', { by: 'COORDINATOR', member: karim, reason: 'MISMATCH' }, 'PairingId');
    }
    return { ...house, waits, over, wanted, ended, ...(await meetings(node, karim)) };
  }
});

/** One meeting that was announced, one that is on, with commitments. */
async function meetings(node, karim) {
  const odile = node.as('odile');
  const [comes, on] = [id(), id()];
  for (const [meeting, days] of [[comes, 9], [on, 1 / 24]]) {
    const input = { title: { fr: 'Rencontre des Tilleuls' }, place: { name: 'Maison des Tilleuls' }, welcomeAt: later(days), startsAt: later(days), endsAt: later(days + 0.1), timeZone: 'Europe/Brussels' };
    await odile.act('planMeeting', meeting, 'PlanMeetingInput', input, 'MeetingId');
    await odile.act('announceMeeting', meeting, '', null, 'MeetingId');
  }
  await node.as('karim').act('registerForMeeting', comes, 'RegisterForMeetingInput', { member: karim, registration: id() }, 'MeetingId');
  await odile.act('openMeeting', on, '', null, 'MeetingId');
  for (const what of ['Écrire à la commune', 'Demander la salle']) await odile.act('makeCommitment', on, 'MakeCommitmentInput', { commitment: id(), what, owner: karim, due: later(9).slice(0, 10) }, 'MeetingId');
  return { comes, on };
}

/** Who opens what: an address, and buttons that unfold something, by their words. */
const FORMS = {
  'referral': { who: 'Odile', at: () => `path#case=${here.waits.case}` },
  'referral-over': { who: 'Nora', at: () => `path#case=${here.over.case}` },
  'request': { who: 'Nora', at: () => `path#case=${here.wanted.case}` },
  'person': { who: 'Odile', at: () => `path#case=${here.wanted.case}` },
  'rematch': { who: 'Nora', at: () => `path#case=${here.ended.case}` },
  'running': { who: 'Odile', at: () => 'pairing', then: (page) => running(page) },
  'mine': { who: 'Karim', at: () => 'mine', press: ['mine-pause', 'mine-end'] },
  'offer': { who: 'Karim', at: () => 'free' },
  'notes': { who: 'Nora', at: () => 'today', press: ['today-notes', 'today-correct', 'today-more'] },
  'away': { who: 'Nora', at: () => 'desk' },
  'partners': { who: 'Odile', at: () => 'partners', press: ['partners-sheets'] },
  'seat': { who: 'Karim', at: () => 'meetings' },
  'cancel': { who: 'Odile', at: () => `meeting#${here.comes}` },
  'commitments': { who: 'Odile', at: () => `meeting#${here.on}`, press: ['gathering-otherwise'] }
};

async function running(page) {
  await page.getByRole('radio').nth(2).waitFor();
  const lang = new URL(page.url()).pathname.slice(1, 3);
  await page.getByRole('radio', { name: new RegExp(wordsOf(lang)('pairing-running')) }).check({ force: true });
  await page.locator('.board button.card').first().click();
}

/** All that is folded stands open, once all that a screen asks for has come. */
async function unfolded(page) {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => (one.open = true)));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

for (const [form, { who, at, press = [], then }] of Object.entries(FORMS).filter(([form]) => !ONLY || ONLY.includes(form))) {
  test(form, here.can, async () => {
    const own = await device(here.browser, here.node, { viewport: SMALL, ahead: here.node.ahead });
    own.context.setDefaultTimeout(20_000);
    const page = await own.page();
    await signIn(page, who);
    const faults = [];
    for (const lang of LANGS) {
      await page.goto('about:blank');
      await page.goto(`/${lang}/app/${at()}`);
      await unfolded(page);
      await then?.(page);
      for (const words of press) await page.locator('main').getByRole('button', { name: new RegExp(`^\\s*${wordsOf(lang)(words)}`) }).first().click();
      await unfolded(page);
      await until(() => page.locator('main details, main form, main article button, main fieldset').count(), (count) => count > 0);
      if (process.env.PICTURES) await pictures(page, `${process.env.PICTURES}/${form}-${lang}`);
      else faults.push(...(await everyLook(page, `${lang} ${form}`)));
    }
    await own.context.close();
    assert.deepEqual([...faults, ...own.faults], []);
  });
}

/** As a phone and, in another light, a desk shows it. */
async function pictures(page, file) {
  for (const [look, size, colorScheme] of [['phone', { width: 360, height: 740 }, 'light'], ['dark', { width: 360, height: 740 }, 'dark'], ['desk', { width: 1280, height: 900 }, 'light']]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `${file}-${look}.png`, fullPage: true });
  }
}
