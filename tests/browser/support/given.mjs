// What tests of single acts take as given: a visit, somebody sent on, two people who go along. Everybody is fictional.
import { member as joins } from './tilleuls.mjs';

const id = () => crypto.randomUUID();

/** A visit of today, with one need. */
export async function visited(node, session, { need = 'HEA.AMU', language = 'fra', of = id(), by = 'nora' } = {}) {
  const visit = id();
  const needs = [{ code: need, need: id(), urgency: 'NORMAL' }];
  const input = { session, case: of, mode: 'WALK_IN', language, languageMet: 'DIRECT', answers: ['ORIENTED'], needs };
  await node.as(by).act('recordVisit', visit, 'RecordVisitInput', input, 'VisitId');
  return { visit, case: of, needs: needs.map(({ code, need }) => ({ code, need, visit })) };
}

/** Somebody is sent on to a service by telephone, with their oral yes. */
export async function referred(node, session, { partner, service, name }) {
  const came = await visited(node, session);
  const [nora, referral] = [node.as('nora'), id()];
  const target = { service: { service, partner, partnerName: { fr: name }, sheetVersion: 1, name: { fr: 'Carte médicale' }, conditions: [], documents: [], languages: [] } };
  const drafted = { case: came.case, identity: 'ANONYMOUS', contact: 'IN_PERSON', languages: ['fra'], needs: came.needs, priority: 'NORMAL', target };
  await nora.act('draftReferral', referral, 'DraftReferralInput', drafted, 'ReferralId');
  await nora.act('recordReferralConsent', referral, 'RecordReferralConsentInput', { scope: ['NEED'], mode: 'ORAL', language: 'fra', languageMode: 'DIRECT' }, 'ReferralId');
  await nora.act('sendReferral', referral, 'SendReferralInput', { channel: 'PHONE', calendar: 'BE' }, 'ReferralId');
  return { ...came, referral };
}

/** Somebody who has a file asks for company in a language. */
export async function asked(node, session, language = 'ara') {
  const came = await visited(node, session, { language });
  const [nora, person, pairing] = [node.as('nora'), id(), id()];
  await nora.act('openPerson', person, '', null, 'PersonId');
  await nora.act('requestAccompaniment', pairing, 'RequestAccompanimentInput', { case: came.case, person, language, purpose: 'NET.ESCORT', times: [] }, 'PairingId');
  return { ...came, person, pairing };
}

/** A volunteer of the example, who can be proposed. */
export const volunteer = (node, name, who) => joins(node, name, { who, languages: ['ara', 'fra'] });

/** Both sides have said yes. */
export async function goAlong(node, pairing, member, who) {
  await node.as('odile').act('proposePairing', pairing, 'ProposePairingInput', { member }, 'PairingId');
  await node.as(who).act('acceptPairingAsVolunteer', pairing, 'AcceptPairingAsVolunteerInput', { member }, 'PairingId');
  await node.as('nora').act('acceptPairingAsPerson', pairing, 'AcceptPairingAsPersonInput', { member }, 'PairingId');
}

/** One object as it is stored, as somebody of the example sees it. */
export async function one(node, kind, id, fields, who = 'odile') {
  return (await node.as(who).ask(`query($id: UUID!) { found: ${kind}(id: $id) { ${fields} } }`, { id })).found;
}
