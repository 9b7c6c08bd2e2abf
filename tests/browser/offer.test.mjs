// What a volunteer offers, and how far we are with partners: how many pairings at once, languages, going along or not; the
// next step, notes, room and closures of a service.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESKTOP, until, waiting } from './support/browser.mjs';
import { one, volunteer } from './support/given.mjs';
import { openHouse, setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { charter, partner, sheet } from './support/tilleuls.mjs';

const here = setting({
  ...openHouse,
  begin: async (node) => {
    const house = await openHouse.begin(node);
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    const cpas = await partner(node, { fr: 'CPAS-Test' });
    const service = await sheet(node, cpas, { name: { fr: 'Carte médicale' }, needs: ['HEA.AMU'], conditions: { access: 'WALK_IN' } });
    return { ...house, cpas, service, karim: await volunteer(node, 'Karim', 'karim') };
  }
});
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a volunteer takes a rest, says another language, stops going along and takes that back', here.can, () => new Story(here).play(async (story) => {
  const stored = (fields) => one(here.node, 'member', here.karim, fields);
  const karim = await story.enter('Karim', 'ar');
  await karim.goes('free');
  await karim.choose('free-rest', 'free-quota');
  await karim.isTold('free-resting');
  assert.equal((await stored('quota')).quota, 0);
  await karim.choose('3', 'free-quota');
  await karim.isTold('free-kept');
  assert.equal((await stored('quota')).quota, 3);

  const languages = async () => (await stored('languages { language level }')).languages.map(({ language, level }) => `${language} ${level}`).sort();
  await karim.line(false);
  await karim.select('free-add-language', 'الصومالية');
  await karim.isTold('free-kept-later');
  assert.equal(await waiting(karim.page), 1);
  await karim.line(true);
  await until(languages, (now) => now.includes('som FLUENT'));
  await karim.select('الصومالية', 'LanguageLevel_BASIC');
  await karim.isTold('free-kept');
  await until(languages, (now) => now.includes('som BASIC'));
  await karim.at(karim.page.locator('li').filter({ hasText: 'الصومالية' }).last()).press(new RegExp(`^\\s*${karim.words('core-remove')}`));
  await karim.isTold('free-language-taken');
  await until(languages, (now) => now.join() === 'ara FLUENT,fra FLUENT');

  await karim.press('free-offer-not');
  await karim.isTold('free-offers-no-more');
  assert.equal((await stored('volunteer')).volunteer, false);
  await karim.sees('free-offers-not');
  await karim.page.getByRole('status').getByRole('button', { name: new RegExp(karim.words('core-undo')) }).click();
  await karim.isTold('free-offers-now');
  assert.equal((await stored('volunteer')).volunteer, true);
}));

test('a next step is planned and done, a note is written; a day that is gone is refused', here.can, () => new Story(here).play(async (story) => {
  const nora = await story.enter('Nora', 'fr', { viewport: DESKTOP });
  await nora.goes('partners');
  await nora.press(/^\s*Fiches/);
  const plan = await nora.unfolds('partners-plan-step');
  await plan.write('partners-step-what', 'Passer au guichet');
  await plan.write('partners-step-on', day(-30));
  await plan.press('partners-plan-now');
  await nora.page.getByRole('status').locator('.refused').waitFor();
  await plan.write('partners-step-on', day(10));
  await plan.press('partners-plan-now');
  await nora.isTold('partners-step-planned');
  const stored = () => one(here.node, 'partner', here.cpas, 'nextStep nextStepOn notes { kind text }');
  assert.deepEqual(await stored(), { nextStep: 'Passer au guichet', nextStepOn: day(10), notes: [] });
  await nora.press('partners-take-step');
  await nora.isTold('partners-step-taken');
  assert.equal((await stored()).nextStep, null);
  const note = await nora.unfolds('partners-add-note');
  await note.choose('PartnerNoteKind_VISIT', 'partners-note-kind');
  await note.write('partners-note-text', 'Le guichet ouvre à 9 heures.');
  await note.press('core-save');
  await nora.isTold('partners-note-kept');
  await nora.sees('Le guichet ouvre à 9 heures.');
  assert.deepEqual((await stored()).notes, [{ kind: 'VISIT', text: 'Le guichet ouvre à 9 heures.' }]);
}));

test('how much room a service has, when it is closed, and open again', here.can, () => new Story(here).play(async (story) => {
  const stored = () => one(here.node, 'service', here.service, 'state capacity { level } closure { until message { nl } }');
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await odile.goes('partners');
  await odile.press(/^\s*Fiches/);
  await odile.choose('CapacityLevel_WAITING_LIST', 'partners-room');
  await odile.isTold('partners-room-kept');
  assert.equal((await stored()).capacity.level, 'WAITING_LIST');
  const form = await odile.unfolds('partners-closure');
  await form.write('partners-closed-until', day(-3));
  await form.sees('partners-closed-reversed');
  await form.write('partners-closed-until', day(14));
  await form.write('partners-closed-message', 'Gesloten voor verlof');
  await form.press('partners-close-now');
  await odile.isTold('partners-closure-kept');
  await odile.sees('Gesloten voor verlof');
  assert.equal((await stored()).state, 'TEMPORARILY_CLOSED');
  await odile.press(/^\s*Heropenen/);
  await odile.isTold('partners-reopened');
  assert.deepEqual(await stored(), { state: 'PUBLISHED', capacity: { level: 'WAITING_LIST' }, closure: null });
}));
