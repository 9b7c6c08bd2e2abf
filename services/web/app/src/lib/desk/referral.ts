// Sending somebody on: written down, agreed to, sent; three acts that make no sense without each other.
import { DraftReferral, RecordReferralConsent, SendReferral, type DraftReferralVariables } from '$lib/made/operations/refer-acts';
import type { ServicesForResult } from '$lib/made/operations/refer';
import { newId } from '$lib/client/ids';
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

/** Sends somebody on to a service, with their oral consent. */
export function refer(of: Of, service: Service, partnerName: Localized, region: Region, name: string): Promise<Recorded> {
  const id = newId();
  const occurredAt = new Date().toISOString();
  const says = { needs: of.needs.map((need) => need.code), name };
  const signed = isSigned(of.language);
  return outbox.recordAll([
    together(
      DraftReferral,
      {
        commandId: newId(),
        id,
        occurredAt,
        input: {
          case: of.case,
          identity: 'ANONYMOUS',
          contact: 'IN_PERSON',
          languages: of.language === 'und' ? [] : [of.language],
          needs: of.needs.slice(0, 10).map(({ code, need }) => ({ code, need, visit: of.visit })),
          priority: 'NORMAL',
          target: asItSays(service, partnerName)
        }
      },
      { what: 'draftReferral', ...says }
    ),
    together(
      RecordReferralConsent,
      {
        commandId: newId(),
        id,
        occurredAt,
        input: { scope: ['NEED'], mode: signed ? 'SIGN_LANGUAGE' : 'ORAL', language: of.language, languageMode: 'DIRECT' }
      },
      { what: 'recordReferralConsent', ...says }
    ),
    together(
      SendReferral,
      { commandId: newId(), id, occurredAt, input: { channel: 'PERSON_CARRIES_SLIP', calendar: region === 'CA' ? 'CA_QC' : 'BE' } },
      { what: 'sendReferral', ...says }
    )
  ]);
}
