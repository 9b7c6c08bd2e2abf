// Who may come in, and what is kept of people: an invitation with its link, roles given and taken back; somebody asks
// what is kept, one request is refused with its reason, one ends in erasing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreesAndGoes, givesCode, looksAtToday, looksUp, opensDesk, receives, records } from './support/acts.mjs';
import { DESKTOP, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, member, partner, sheet, tilleuls } from './support/tilleuls.mjs';

const here = setting({ empty: true, clock: '2023-07-03T07:05:00Z', begin: tilleuls });

test('somebody is invited, comes in, gets another role, and loses it', here.can, () => new Story(here).play(async (story) => {
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await odile.goes('people');
  await odile.press('people-invite');
  await odile.write('people-name', 'Ines-Imaginée');
  await odile.write('people-email', 'ines@example.org');
  await odile.choose('Role_HOST', 'people-role');
  await odile.press('people-invite-now');
  await odile.isTold('people-invited');
  const link = (await odile.part.locator('.link').innerText()).trim();
  assert.match(link, /\/app#invitation=/);

  // Ines opens the link on her own phone, in Arabic, and chooses her password.
  const ines = await story.arrives('Ines', 'ar', link.replace(/^https?:\/\/[^/]+/, '').replace('/app#', '/ar/app#'));
  await ines.sees('sign-in-invitation-title');
  assert.doesNotMatch(ines.page.url(), /invitation=/, 'the token does not stay in the address');
  await ines.write('sign-in-invitation-new', 'een lange zin die niemand raadt 23');
  await ines.press('core-sign-in');
  await ines.page.waitForURL(/\/app\/(visit|role)/);

  // Another role, and back; her card says so.
  await odile.comesBack('people');
  const card = () => odile.at(odile.part.getByRole('listitem').filter({ has: odile.page.getByRole('heading', { name: 'Ines-Imaginée' }) }));
  await card().press(new RegExp(odile.words('people-add-role')));
  await card().select('people-role', 'Role_VOLUNTEER');
  await card().press('people-give-role');
  await odile.isTold('people-role-given');
  await card().press(new RegExp(odile.words('people-take-role')));
  await odile.isTold('people-role-taken');

  // She leaves: her device is out at once.
  await card().press(new RegExp(`^\\s*${odile.words('people-remove')}`));
  await card().press('people-left');
  await odile.isTold('people-removed');
  await odile.seesNo('Ines-Imaginée');
}));

test('somebody asks about their data: a reason for a no, and what erasing changes', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'fr');
  const odile = await story.enter('Odile', 'ar', { viewport: DESKTOP });
  await nora.goes('visit');
  await opensDesk(nora);
  await nora.tick('visit-need-card');
  await records(nora);
  await looksAtToday(nora);
  const code = await givesCode(nora);
  await nora.press('core-screen-companion');
  await nora.choose('Français', 'companion-language');
  await nora.press('companion-send');
  await nora.isTold('companion-asked');

  // At the desk she asks: what is kept of her, and that it be erased.
  await nora.goes('path');
  await looksUp(nora, code);
  await nora.part.getByText(new RegExp(nora.words('path-asks-data'))).first().click();
  await nora.press('DataRequestKind_READ');
  await nora.isTold('path-asked-data');
  await nora.press('DataRequestKind_ERASE');
  await nora.isTold('path-asked-data');

  // Odile answers: a no has a reason; erasing says what it changes before it is done.
  await odile.goes('data');
  await odile.press('data-look');
  await odile.press('data-refuse');
  await odile.write('data-why-refused', 'سبق أن أُعطيت نسخة');
  await odile.press('core-save');
  await odile.isTold('data-answered');
  await odile.press('data-erase');
  await odile.sees('data-erase-changes');
  await odile.press('data-erase-now');
  await odile.isTold('data-erased');
  const read = () => here.node.as('odile').ask('{ persons(first: 5) { nodes { state erasure { decidedAt reason } dataRequests { kind answer } } } }');
  const { persons } = await until(read, (now) => now.persons.nodes[0].erasure.reason !== null);
  assert.equal(persons.nodes[0].erasure.reason, 'PERSON_ASKED');
  assert.equal(persons.nodes[0].dataRequests.find(({ kind }) => kind === 'READ').answer, 'REFUSED');
  await odile.sees('data-no-request');
}));

test('a member sees what is kept of them and takes back what they offered, in two taps', here.can, () => new Story(here).play(async (story) => {
  await charter(here.node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
  const id = await member(here.node, 'Mona', { who: 'mona', languages: ['fra', 'ara'] });
  const offers = async () => (await here.node.as('odile').ask('query($id: UUID!) { member(id: $id) { volunteer } }', { id })).member.volunteer;
  await until(offers, (now) => now === true);

  const mona = await story.enter('Mona', 'ar');
  await mona.goes('data');
  await mona.sees('data-who-sees');
  assert.match(await mona.text(), /Mona/);
  await mona.press('data-stop-offering');
  await mona.isTold('data-offers-no-more');
  await until(offers, (now) => now === false);
  // And back: nothing is lost by a tap too many.
  await mona.press('data-offer-again');
  await mona.isTold('data-offers-again');
  await until(offers, (now) => now === true);
}));

test('at the desk a person takes back their yes to a referral, in two taps', here.can, () => new Story(here).play(async (story) => {
  const service = await partner(here.node, { fr: 'CPAS-Test' });
  await sheet(here.node, service, { name: { fr: 'Carte médicale', ar: 'البطاقة الطبية' }, needs: ['HEA.AMU'], conditions: { access: 'WALK_IN' } });
  const nora = await story.enter('Nora', 'fr');
  await receives(nora);
  await looksAtToday(nora, 2);
  const code = await givesCode(nora);
  await nora.press('core-screen-refer');
  await nora.choose(/CPAS-Test/);
  await agreesAndGoes(nora);
  await nora.isTold('refer-sent');

  await nora.goes('path');
  await looksUp(nora, code);
  await nora.part.getByText(new RegExp(nora.words('path-no-more-consent'))).first().click();
  await nora.sees('path-no-more-consent-is');
  await nora.press('path-withdraw-consent');
  await nora.isTold('path-told');
  const read = () => here.node.as('odile').ask('{ referrals(first: 1) { nodes { state consent { withdrawnAt } } } }');
  const { referrals } = await until(read, (now) => now.referrals.nodes[0].consent.withdrawnAt !== null);
  assert.notEqual(referrals.nodes[0].state, 'SENT');
}));
