// The main paths by keyboard alone: what is focused is seen, and never under a bar. Each goes on from what was done in
// the one before, as at a desk.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, device, signIn, until } from './support/browser.mjs';
import { Keys } from './support/keys.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, history, member, partner, sheet, tilleuls } from './support/tilleuls.mjs';

const MONDAY = '2023-06-05T07:05:00Z';
const FRIDAY = '2023-06-09T08:00:00Z';
const here = setting({
  empty: true,
  clock: MONDAY,
  begin: async (node) => {
    await tilleuls(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    await member(node, 'Karim', { who: 'karim', languages: ['ara', 'fra'] });
    for (const [name, service] of [['CPAS-Test', 'Carte médicale'], ['CPAS-Autre', 'Aide médicale']]) {
      await sheet(node, await partner(node, { fr: name }), { name: { fr: service }, needs: ['HEA.AMU'], conditions: { access: 'WALK_IN' } });
    }
  }
});

/** Somebody on a device, with a keyboard only from now on. */
async function enters(story, name, options) {
  const person = await story.enter(name, 'fr', options);
  return Object.assign(person, { keys: new Keys(person.page) });
}

const count = async (query) => Object.values(await here.node.as('odile').ask(query))[0].nodes;
const visits = () => count('{ visits(filter: { state: [RECORDED] }, first: 50) { nodes { id case } } }');

test('the first stop leads to the content', here.can, async () => {
  const nora = await device(here.browser, here.node);
  const page = await nora.page();
  await signIn(page);
  await page.goto('/fr/app/today');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), 'Aller au contenu');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await nora.context.close();
});

test('the desk: opened, a visit and back, sent on, somebody to go along', here.can, () => new Story(here).play(async (story) => {
  const nora = await enters(story, 'Nora');
  const { keys } = nora;
  await keys.goes('visit');
  await keys.press('visit-desk-open');
  await nora.isTold('visit-desk-opened');
  const records = async () => {
    await keys.press('visit-need-card', 'Space');
    await keys.press('Informé', 'Space');
    await keys.press('visit-save');
    await nora.isTold('visit-saved');
  };
  await records();
  await keys.press('Défaire');
  await until(visits, (all) => all.length === 0);
  await records();
  await until(visits, (all) => all.length === 1);

  await keys.goes('today');
  await keys.press('core-screen-refer');
  await keys.choose(/CPAS-Test/);
  await keys.choose('refer-by-phone');
  await keys.press('refer-agrees', 'Space');
  await keys.press('refer-send');
  await nora.isTold('refer-sent');

  await keys.goes('today');
  await keys.press('core-screen-companion');
  await keys.choose('Arabe');
  await keys.press('jeudi Après-midi', 'Space');
  await keys.press('companion-send');
  await nora.isTold('companion-asked');
}));

test('proposed by the coordinator, answered by the volunteer', here.can, () => new Story(here).play(async (story) => {
  const odile = await enters(story, 'Odile', { viewport: DESKTOP });
  const karim = await enters(story, 'Karim');
  await karim.keys.goes('free');
  await karim.keys.press('jeudi Après-midi', 'Space');
  await karim.isTold('free-kept');
  const proposes = async () => {
    await odile.keys.press('Arabe');
    await odile.keys.press('pairing-propose');
    await odile.isTold('pairing-proposed-now');
  };
  await odile.keys.goes('pairing');
  await proposes();
  await karim.keys.goes('mine');
  await karim.keys.press('mine-yes');
  await karim.isTold('mine-said-yes');
  await odile.keys.choose('pairing-proposed');
  await odile.keys.press('Arabe');
  await odile.keys.press('pairing-person-yes');
  await odile.isTold('pairing-begun');
  await karim.keys.press('mine-log-contact');
  await karim.keys.choose('mine-did-no');
  await karim.keys.press('core-save');
  await karim.isTold('mine-contact-kept');
  const [pairing] = await count('{ pairings(first: 5) { nodes { id } } }');
  await until(() => history(here.node, 'pairing', pairing.id), (events) => events.includes('ContactLogged'));

  // Another time he says no, and why.
  await here.node.as('nora').act('requestAccompaniment', crypto.randomUUID(), 'RequestAccompanimentInput', { case: crypto.randomUUID(), purpose: 'NET.ESCORT', language: 'ara' }, 'PairingId');
  await odile.keys.choose('pairing-asked');
  await proposes();
  await karim.sees('mine-ask');
  await karim.keys.press('mine-no');
  await karim.keys.choose('PairingDeclineReason_NO_TIME');
  await karim.keys.press('mine-say-no');
  await karim.isTold('mine-said-no');
}));

test('from what is to be done to a path, as known on a day', here.can, () => new Story(here).play(async (story) => {
  await story.at(FRIDAY);
  const [referral] = await count('{ referrals(first: 5) { nodes { id } } }');
  const service = here.node.as('partner', `referral/${referral.id}`);
  await service.act('receiveReferral', referral.id, 'ReceiveReferralInput', {}, 'ReferralId');
  await service.act('declineReferral', referral.id, 'DeclineReferralInput', { reason: 'OUT_OF_AREA' }, 'ReferralId');
  const odile = await enters(story, 'Odile', { viewport: DESKTOP });
  await odile.keys.goes('todo');
  await odile.sees('todo_reorientPerson');
  await odile.keys.press(new RegExp(`^${odile.words('todo-open')} : ${odile.words('todo_reorientPerson')}`));
  await odile.sees('Event_ReferralDeclined');
  // By Tab through the parts of the date to the slider.
  do await odile.keys.to('path-as-known');
  while ((await odile.page.evaluate(() => document.activeElement.type)) !== 'range');
  await odile.page.keyboard.press('Home');
  await odile.seesNo('Event_ReferralDeclined');
  await odile.sees('path-known-then');
  await odile.page.keyboard.press('End');
  await odile.sees('Event_ReferralDeclined');
}));

test('a meeting: planned, its subjects, who came, what was decided, the minutes', here.can, () => new Story(here).play(async (story) => {
  const odile = await enters(story, 'Odile', { viewport: DESKTOP });
  const { keys } = odile;
  await here.node.as('odile').act('planMeeting', crypto.randomUUID(), 'PlanMeetingInput', {
    title: { fr: 'Rencontre de juin' }, welcomeAt: '2023-06-12T07:00:00Z', startsAt: '2023-06-12T07:30:00Z', endsAt: '2023-06-12T09:30:00Z', timeZone: 'Europe/Brussels', place: { name: 'La salle' }
  }, 'MeetingId');
  await keys.goes('meetings');
  await odile.sees('Rencontre de juin');
  await keys.press('meetings-announce');
  await odile.isTold('meetings-announced');
  await keys.press(/Rencontre de juin/);
  await keys.write('gathering-new-item', 'Un atelier de couture');
  // Odile is no member here: what she proposes was heard at the desk.
  await odile.page.getByRole('option', { name: /^Carte médicale/ }).waitFor({ state: 'attached' });
  await keys.write('gathering-heard-need', 'Carte médicale');
  await keys.write('gathering-heard-how', '6');
  await keys.press('gathering-propose-item');
  await odile.isTold('gathering-item-proposed');
  await keys.press('gathering-accept');
  await odile.isTold('gathering-item-accepted');
  await story.at('2023-06-12T06:55:00Z');
  await odile.comesBack('meetings');
  await keys.press(/Rencontre de juin/);
  await keys.press('gathering-open');
  await odile.isTold('gathering-opened');
  await keys.write('gathering-with-name', 'Karim');
  await keys.press('gathering-agrees-to-name');
  await odile.isTold('gathering-named-now');
  await keys.press('gathering-one-person');
  await odile.isTold('gathering-counted');
  await keys.write('gathering-new-decision', 'Pas de photos');
  await keys.press('gathering-decide');
  await odile.isTold('gathering-decided');
  await keys.press('gathering-close');
  await odile.isTold('gathering-closed');
  await keys.write('Français', 'Deux personnes. Un atelier de couture.');
  await keys.press('core-save');
  await odile.isTold('gathering-minutes-kept');
  const [meeting] = await count('{ meetings(first: 5) { nodes { attendance { total } minutesState } } }');
  assert.deepEqual(meeting, { attendance: { total: 2 }, minutesState: 'DRAFTED' });
}));

test('somebody is invited, chooses a password, and signs in with it', here.can, () => new Story(here).play(async (story) => {
  const odile = await enters(story, 'Odile', { viewport: DESKTOP });
  await odile.keys.goes('people');
  await odile.keys.press('people-invite');
  await odile.keys.write('people-name', 'Ines-Imaginée');
  await odile.keys.write('people-email', 'ines@example.org');
  await odile.keys.choose('Role_HOST');
  await odile.keys.press('people-invite-now');
  await odile.isTold('people-invited');
  const link = (await odile.part.locator('.link').innerText()).trim();
  const password = 'een lange zin die niemand raadt 23';

  const first = await story.arrives('Ines', 'fr', link.replace(/^https?:\/\/[^/]+/, '').replace('/app#', '/fr/app#'));
  await first.sees('sign-in-invitation-title');
  const keys = new Keys(first.page);
  await keys.write('sign-in-invitation-new', password);
  await keys.press('core-sign-in');
  await first.page.waitForURL(/\/app\/(visit|role)/);

  // On another device: her address, her password.
  const again = await story.arrives('Ines', 'fr', '/fr/app/sign-in');
  // Once the screen knows the networks of this node.
  await again.page.getByRole('combobox').waitFor();
  const other = new Keys(again.page);
  await other.write('sign-in-email', 'ines@example.org');
  await other.write('sign-in-password', password);
  await other.press('core-sign-in');
  await again.page.waitForURL(/\/app\/(visit|role)/);
}));
