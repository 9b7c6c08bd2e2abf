// A volunteer reads the charter, accepts it, and is asked again when it changes: until then nobody is proposed to them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, member, tilleuls } from './support/tilleuls.mjs';

const START = '2023-06-05T07:05:00Z';
const here = setting({
  empty: true,
  clock: START,
  begin: async (node) => {
    await tilleuls(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    return { karim: await member(node, 'Karim', { who: 'karim', accepts: 0, languages: ['ara', 'fra'] }) };
  }
});

const stands = async (who = 'odile') => {
  const { member: one } = await here.node.as(who).ask('query($id: UUID!) { member(id: $id) { charterVersion charterLapsed charterToAccept } }', { id: here.karim });
  return one;
};

/** Why Karim cannot be proposed for a request: nothing when he can, and not known while he is not in the list. */
async function refusal(pairing) {
  const { pairingCandidates } = await here.node.as('odile').ask('query($p: PairingId!) { pairingCandidates(pairing: $p, first: 5) { member refusal { code } } }', { p: pairing });
  const candidate = pairingCandidates?.find(({ member: one }) => one === here.karim);
  return candidate ? (candidate.refusal?.code ?? 'nothing') : 'not known';
}

test('C3: who has not accepted the charter reads it, accepts it, and can be proposed', here.can, () => new Story(here).play(async (story) => {
  const pairing = crypto.randomUUID();
  await here.node.as('nora').act('requestAccompaniment', pairing, 'RequestAccompanimentInput', { case: crypto.randomUUID(), purpose: 'NET.ESCORT', language: 'ara' }, 'PairingId');
  const hinders = (why) => until(() => refusal(pairing), (one) => one === why);
  await hinders('CHARTER_NOT_CURRENT');

  const karim = await story.enter('Karim', 'ar');
  await karim.goes('mine');
  await karim.sees('charter-ask');
  await karim.sees('charter-first');
  const text = karim.page.locator('blockquote');
  assert.match(await text.innerText(), /نحن نصغي/);
  assert.equal(await text.getAttribute('dir'), 'rtl');
  await karim.choose('Français');
  assert.match(await text.innerText(), /Nous écoutons, version 1/);
  assert.deepEqual([await text.getAttribute('lang'), await text.getAttribute('dir')], ['fr', 'ltr']);
  await karim.press('charter-accept');
  await karim.isTold('charter-accepted');
  await karim.seesNo('charter-ask');
  await until(stands, ({ charterVersion }) => charterVersion === 1);
  await hinders('nothing');
  await karim.page.getByRole('status').getByRole('link', { name: new RegExp(karim.words('core-screen-free')) }).click();
  await karim.page.waitForURL(/\/free$/);

  // It changes: the former one counts for a while.
  await charter(here.node, 2, '2023-06-06T00:00:00Z', '2023-07-01T00:00:00Z');
  await story.at('2023-06-08T08:00:00Z');
  await until(stands, ({ charterToAccept }) => charterToAccept === 2);
  await karim.comesBack('mine');
  await karim.sees('charter-changed');
  await karim.sees(/نحن نصغي، 2/);
  // French counts the first of a month.
  await karim.page.goto('/fr/app/mine');
  await karim.sees(/1er juillet 2023/);

  // Then no more; somebody signs it to him.
  await story.at('2023-07-02T08:00:00Z');
  await until(stands, ({ charterLapsed }) => charterLapsed);
  await karim.comesBack('mine');
  await karim.sees('charter-over');
  await karim.choose('CharterAcceptanceMode_SIGNED');
  await karim.select('charter-language', /LSFB/);
  await karim.press('charter-accept');
  await karim.isTold('charter-accepted');
  await until(stands, ({ charterVersion, charterLapsed }) => charterVersion === 2 && !charterLapsed);

  // It stays there to be read again.
  await karim.goes('data');
  await karim.page.getByText(new RegExp(karim.words('charter-read'))).click();
  await karim.sees(/نحن نصغي، 2/);
}));
