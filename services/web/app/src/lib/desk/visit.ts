// A visit as the desk records it, and what can be done about the one just recorded.
import { RecordVisit, type RecordVisitVariables } from '$lib/made/operations/record';
import { newId } from '$lib/client/ids';
import { outbox, type Recorded } from '$lib/outbox/outbox.svelte';

export type Input = RecordVisitVariables['input'];

/** Made when the form is shown: the same visit sent twice is one visit. */
export interface Draft {
  commandId: string;
  id: string;
  case: string;
}

export const draft = (): Draft => ({ commandId: newId(), id: newId(), case: newId() });

/** What the screens that go on from a visit need of it. */
export interface Of {
  visit: string;
  case: string;
  language: string;
  needs: { code: string; need: string }[];
  /** The code on the slip of the person, where there is one. */
  code?: string | null;
  /** The referral this one goes on from, when a service said no. */
  resumes?: string;
}

let newest: Of | null = null;

/** The visit another screen goes on from: in the memory of this tab only. */
export const goOnFrom = (of: Of | null): void => {
  newest = of;
};
export const goingOnFrom = (): Of | null => newest;

/** Records a visit. */
export async function recordVisit(ids: Draft, codes: string[], facts: Omit<Input, 'case' | 'needs'>): Promise<Recorded> {
  const needs = codes.map((code) => ({ code, need: newId(), urgency: 'NORMAL' as const }));
  goOnFrom({ visit: ids.id, case: ids.case, language: facts.language, needs });
  return outbox.record(
    RecordVisit,
    { commandId: ids.commandId, id: ids.id, occurredAt: new Date().toISOString(), input: { ...facts, case: ids.case, needs } },
    { what: 'recordVisit', needs: codes }
  );
}
