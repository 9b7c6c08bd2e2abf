// Sending somebody on: written down, agreed to, sent; three acts that make no sense without each other.
import { DraftReferral, RecordReferralConsent, ReorientReferral, SendReferral, type DraftReferralVariables } from '$lib/made/operations/refer-acts';
import type { ServicesForResult } from '$lib/made/operations/refer';
import { outbox, together, type Recorded } from '$lib/outbox/outbox.svelte';
import type { Region } from '$lib/text/lang';
import type { Localized } from '$lib/text/words';
import { isSigned } from './languages';
import type { Of } from './visit';

export type Service = ServicesForResult['services']['nodes'][number];

/** Nothing more than what the form of a referral takes of a sheet. */
const only = ({ fr, nl, ar, en }: Localized): Localized => ({ fr, nl, ar, en });

const MODES: Record<string, 'DIRECT' | 'INTERPRETER' | 'VOLUNTEER' | 'WRITTEN'> = {
  INTERPRETER: 'INTERPRETER',
  REMOTE_INTERPRETER: 'INTERPRETER',
  VOLUNTEER: 'VOLUNTEER',
  WRITTEN: 'WRITTEN'
};

/** What the sheet said that day: kept with the referral. */
function asItSays(service: Service, partnerName: Localized): DraftReferralVariables['input']['target'] {
  const { content } = service;
  const conditions = [content.conditions.eligibility, content.conditions.residence].filter((one) => one !== null);
  return {
    service: {
      service: service.id,
      partner: service.partner,
      partnerName: only(partnerName),
      sheetVersion: service.version,
      name: only(content.name),
      conditions: conditions.map(only),
      documents: content.documents.slice(0, 30).map((document) => only(document.name)),
      languages: content.languages.slice(0, 30).map(({ language, by }) => ({ language, mode: MODES[by] ?? 'DIRECT' }))
    }
  };
}

/** How it travels. By link is none of them: nothing delivers one yet, and a referral nobody receives harms somebody. */
export type Channel = 'PERSON_CARRIES_SLIP' | 'PHONE';

/** Made when the form is shown: the same referral sent twice is one referral. */
export type Ids = Record<'referral' | 'draft' | 'consent' | 'send', string>;

export interface Sending {
  service: Service;
  partnerName: Localized;
  channel: Channel;
  urgent: boolean;
  region: Region;
  name: string;
}

/** Sends somebody on to a service, with their oral consent; or to another one, when the first said no. */
export function refer(ids: Ids, of: Of, to: Sending): Promise<Recorded> {
  const id = ids.referral;
  const occurredAt = new Date().toISOString();
  const says = { needs: of.needs.map((need) => need.code), name: to.name };
  const mode = isSigned(of.language) ? 'SIGN_LANGUAGE' : 'ORAL';
  const input: DraftReferralVariables['input'] = {
    case: of.case,
    ...(of.code ? { identity: 'RETURN_CODE', code: of.code } : { identity: 'ANONYMOUS' }),
    contact: 'IN_PERSON',
    languages: of.language === 'und' ? [] : [of.language],
    needs: of.needs.slice(0, 10).map(({ code, need }) => ({ code, need, visit: of.visit })),
    priority: to.urgent ? 'URGENT' : 'NORMAL',
    target: asItSays(to.service, to.partnerName)
  };
  const drafted = of.resumes
    ? together(ReorientReferral, { commandId: ids.draft, id: of.resumes, to: id, occurredAt, input }, { what: 'draftReferral', ...says })
    : together(DraftReferral, { commandId: ids.draft, id, occurredAt, input }, { what: 'draftReferral', ...says });
  return outbox.recordAll([
    drafted,
    together(
      RecordReferralConsent,
      { commandId: ids.consent, id, occurredAt, input: { scope: ['NEED'], mode, language: of.language, languageMode: 'DIRECT' } },
      { what: 'recordReferralConsent', ...says }
    ),
    together(
      SendReferral,
      { commandId: ids.send, id, occurredAt, input: { channel: to.channel, calendar: to.region === 'CA' ? 'CA_QC' : 'BE' } },
      { what: 'sendReferral', ...says }
    )
  ]);
}
