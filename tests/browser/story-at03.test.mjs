// AT-03 on screen: the medical card. A service says no; the person comes back with her code and is sent to another one,
// which asks for a paper, says yes, and helps. Samir works in French, Nora in Arabic, Odile looks on in Dutch.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreesAndGoes, givesCode, looksAtToday, looksUp, opensDesk, records } from './support/acts.mjs';
import { DESKTOP, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { Story } from './support/story.mjs';
import { partner, sheet, tilleuls } from './support/tilleuls.mjs';

const MONDAY = '2023-06-05T07:05:00Z';
const WALK_IN = { access: 'WALK_IN' };
const here = setting({
  empty: true,
  clock: MONDAY,
  begin: async (node) => {
    await tilleuls(node);
    const card = { fr: 'Carte médicale', nl: 'Medische kaart', ar: 'البطاقة الطبية' };
    const first = await partner(node, { fr: 'CPAS-Test' });
    const other = await partner(node, { fr: 'CPAS-Autre' });
    await sheet(node, first, { name: card, needs: ['HEA.AMU'], conditions: { ...WALK_IN, residence: { fr: 'Habiter la commune' } } });
    await sheet(node, other, { name: { fr: 'Aide médicale', ar: 'مساعدة طبية' }, needs: ['HEA.AMU'], conditions: WALK_IN });
  }
});

/** The referrals as they are stored, the first one first. */
async function referrals() {
  const read = await here.node.as('odile').ask('{ referrals(first: 10) { nodes { id state resumes code channel priority outcome draftedAt } } }');
  return read.referrals.nodes.sort((a, b) => a.draftedAt.localeCompare(b.draftedAt));
}

/** What a service answers on the telephone, as the coordination notes it. */
const answers = (referral) => {
  const odile = here.node.as('odile');
  return (act, input = {}) => odile.act(act, referral, `${act[0].toUpperCase()}${act.slice(1)}Input`, input, 'ReferralId');
};

test('a no, another service, a paper, a yes, and help', here.can, () => new Story(here).play(async (story) => {
  const samir = await story.enter('Samir', 'fr');
  const odile = await story.enter('Odile', 'nl', { viewport: DESKTOP });
  await samir.goes('visit');
  await opensDesk(samir);
  await samir.readOn();
  await samir.tick('visit-need-card');
  await samir.press('visit-more');
  await samir.choose('Arabe', 'facts-language');
  await records(samir);
  await looksAtToday(samir);
  const code = await givesCode(samir);

  // Orienting: the services for this need, how it travels, her oral yes. Nothing goes without it.
  await samir.within(/Carte médicale|carte médicale|médicale/).press('core-screen-refer');
  await samir.choose(/CPAS-Test/);
  await samir.choose('refer-by-phone', 'refer-how');
  await samir.tick('refer-urgent');
  await samir.sees('refer-code-goes');
  assert.equal(await samir.part.getByRole('button', { name: 'Envoyer', exact: true }).isDisabled(), true, 'not without her yes');
  await agreesAndGoes(samir);
  await samir.isTold('refer-sent');
  const [first] = await until(referrals, ([one]) => one?.state === 'SENT');
  assert.deepEqual([first.state, first.channel, first.priority, first.code], ['SENT', 'PHONE', 'URGENT', code]);

  // The next day the service says no: out of its area. Samir hears it on the telephone and notes it; the desk is told.
  await story.at('2023-06-06T08:00:00Z');
  await samir.comesBack('path');
  await looksUp(samir, code);
  await samir.press('path-service-no');
  await samir.select('path-why-service-no', 'ReferralReason_OUT_OF_AREA');
  await samir.press('path-note-no');
  await samir.isTold('path-told');
  await odile.comesBack('todo');
  await odile.sees('todo_reorientPerson');
  await odile.within('todo_reorientPerson').press(/./);
  await odile.sees('Event_ReferralDeclined');
  await odile.sees('ReferralReason_OUT_OF_AREA');

  // On Thursday she comes back: Nora finds her path by the code, and sends her somewhere else.
  await story.at('2023-06-08T12:05:00Z');
  const nora = await story.enter('Nora', 'ar');
  await nora.goes('path');
  await looksUp(nora, code);
  await nora.press('path-reorient');
  await nora.sees('refer-again');
  await nora.choose(/CPAS-Autre/);
  await nora.choose('refer-by-slip', 'refer-how');
  await agreesAndGoes(nora);
  await nora.isTold('refer-sent');
  const [, second] = await until(referrals, ([, one]) => one?.state === 'SENT');
  assert.equal(second.resumes, first.id);

  // The second one wants a certificate; she brings it on Monday; then it says yes and gives an appointment.
  await story.at('2023-06-09T08:00:00Z');
  const other = answers(second.id);
  await other('receiveReferral');
  await other('requestPersonAction', { what: 'MISSING_DOCUMENT', note: 'Le certificat médical' });
  await story.at('2023-06-12T08:00:00Z');
  await nora.comesBack('path');
  await looksUp(nora, code);
  await nora.press('path-brought');
  await nora.isTold('path-told');
  await nora.press('path-service-yes');
  await nora.isTold('path-told');
  await other('scheduleReferralAppointment', { startsAt: '2023-06-15T08:00:00Z', place: 'Guichet 4', language: 'ara', languageMode: 'VOLUNTEER' });

  // Nora's page follows: the appointment is there, and afterwards that she went, and what she says of it.
  await nora.sees('Event_AppointmentScheduled');
  await story.at('2023-06-15T09:00:00Z');
  await nora.comesBack('path');
  await looksUp(nora, code);
  await nora.press('path-came');
  await nora.isTold('path-told');
  await nora.press('ReferralOutcome_GOT_HELP');
  await nora.isTold('path-told');
  await nora.press('path-close');
  await nora.isTold('path-told');
  await nora.sees('Event_ReferralClosed');
  const ended = (await until(referrals, ([, one]) => one.state === 'CLOSED')).map(({ state, outcome }) => [state, outcome]);
  assert.deepEqual(ended, [['DECLINED', null], ['CLOSED', 'GOT_HELP']]);

  // As known on Wednesday the 7th, by the calendar: one referral, declined; nothing of Thursday.
  await odile.comesBack('path');
  await looksUp(odile, code);
  await odile.sees('Event_ReferralClosed');
  await odile.part.locator('input[type="date"]').fill('2023-06-07');
  await odile.sees('path-known-then');
  await odile.seesNo('Event_ReferralClosed');
  await odile.sees('Event_ReferralDeclined');
  // The slider to its first day: the visit and the first sending only. Then back to now.
  await odile.part.getByRole('slider').press('Home');
  await odile.seesNo('Event_ReferralDeclined');
  await odile.sees('Event_ReferralSent');
  await odile.press('path-now');
  await odile.sees('Event_ReferralClosed');
}));
