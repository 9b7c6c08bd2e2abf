// Taking a visit back.
import { VoidVisit } from '$lib/made/operations/visit-acts';
import { newId } from '$lib/client/ids';
import { outbox, type Recorded } from '$lib/outbox/outbox.svelte';

/** Takes a visit back: before it was sent it never was; afterwards it is voided and does not count. */
export async function takeBack(ids: { commandId?: string; id: string; codes: string[] }): Promise<Recorded | 'withdrawn'> {
  if (ids.commandId && (await outbox.withdraw(ids.commandId))) return 'withdrawn';
  return outbox.record(
    VoidVisit,
    { commandId: newId(), id: ids.id, occurredAt: new Date().toISOString(), input: { reason: 'OTHER' } },
    { what: 'voidVisit', needs: ids.codes }
  );
}
