// How an entry of the path is told: codes of events, states and reasons in words.
import type { PathResult } from '$lib/made/operations/path';
import type { KnownPersonResult } from '$lib/made/operations/person';
import { type Groups } from '$lib/text';
import { label, valueOf } from '$lib/text/label';

export type Entry = NonNullable<PathResult['path']>['entries']['nodes'][number];
export type Person = NonNullable<KnownPersonResult['person']>;
export type Thing = NonNullable<PathResult['path']>['objects'][number];

const STATES: Record<string, string> = {
  visit: 'VisitState',
  need: 'NeedState',
  referral: 'ReferralState',
  pairing: 'PairingState',
  appointment: 'AppointmentState',
  interpretation: 'InterpretationState',
  session: 'SessionState',
  person: 'PersonState'
};

/** Where a reason may come from, by what it is about; the first that knows it says it. */
const REASONS: Record<string, string[]> = {
  visit: ['VoidReason', 'CorrectionReason', 'UnmetReason', 'NeedWithdrawal'],
  need: ['UnmetReason', 'NeedWithdrawal'],
  referral: ['ReferralReason', 'ReferralRecallReason', 'ReferralPersonAction', 'ReferralReopenReason', 'ReferralErrorReason'],
  pairing: ['PairingDeclineReason', 'PairingEndReason', 'PairingPauseReason', 'AccompanimentWithdrawalReason']
};

/** The state of a kind of thing, in words. */
export const stateOf = (labels: Groups['labels'], kind: string, state: string): string =>
  label(labels, STATES[kind] ?? kind, valueOf(state));

/** Why, in words; the code where this app is older than the reason. */
export function reasonOf(labels: Groups['labels'], kind: string, reason: string): string {
  const value = valueOf(reason);
  const known = REASONS[kind]?.find((type) => `${type}_${value}` in labels);
  return known ? label(labels, known, value) : `? (${reason})`;
}

/** What happened, in words. */
export const eventOf = (events: Groups['events'], entry: Entry): string => label(events, 'Event', entry.event);

/** The kind an entry's states belong to: that of its part, where it is about one. */
export const kindOf = (entry: Entry): string => entry.part?.kind ?? entry.object.kind;

/** A fact by its name. */
export const factOf = (entry: Entry, name: string): string | undefined => entry.facts.find((fact) => fact.name === name)?.value;
