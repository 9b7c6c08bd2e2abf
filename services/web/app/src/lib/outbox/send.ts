// Sending what waits: in the order it happened, one tab at a time, stopping at the first failure of the line and
// going on after a refusal. An act leaves the device only after the server's yes.
import { ask } from '$lib/client/ask';
import type { Operation, Outcome } from '$lib/client/operation';
import { Trouble } from '$lib/client/trouble';
import { newId } from '$lib/client/ids';
import { entriesOf, refuse, remove, replace, type Entry } from './entry';

/** How an act ended. */
export type Settled =
  | { kind: 'done'; commandId: string; position: string; facts: { name: string; value: string }[] }
  | { kind: 'refused'; commandId: string; code: string; message: string };

/** A refusal of ours: an act it builds on was refused. */
export const EARLIER_REFUSED = 'EARLIER_REFUSED';

/** One act; null when there is no answer to keep. */
export async function sendOne(entry: Entry): Promise<Settled> {
  const operation: Operation<{ outcome: Outcome }, Record<string, unknown>> = { id: entry.operation, kind: 'mutation' };
  let outcome: Outcome;
  try {
    ({ outcome } = await ask(operation, entry.variables));
  } catch (error) {
    if (error instanceof Trouble && !error.passing) {
      return { kind: 'refused', commandId: entry.commandId, code: error.code || error.kind, message: error.message };
    }
    throw error;
  }
  if (outcome.__typename === 'Done') {
    return { kind: 'done', commandId: entry.commandId, position: outcome.position, facts: outcome.facts };
  }
  if (outcome.retriable) throw new Trouble('busy', outcome.code, outcome.message);
  return { kind: 'refused', commandId: entry.commandId, code: outcome.code, message: outcome.message };
}

/** A visit that waited more than a day says why by itself. It was refused, so under its id nothing was recorded; it is
 * asked again under another one, which is kept first. */
async function sendLate(entry: Entry): Promise<Settled> {
  const commandId = newId();
  const input = { ...(entry.variables['input'] as object), lateReason: 'NO_CONNECTION' };
  const late = { ...entry, commandId, variables: { ...entry.variables, commandId, input } };
  await replace(entry.commandId, late);
  const how = await sendOne(late);
  if (how.kind === 'done') await remove(commandId);
  else await refuse(commandId, how.code, how.message);
  return { ...how, commandId: entry.commandId };
}

/** Sends everything of an account that waits; throws the trouble that stopped it. */
export async function sendAll(
  account: string,
  still: () => boolean,
  settled: (how: Settled) => void | Promise<void>
): Promise<void> {
  const entries = await entriesOf(account);
  const broken = new Set(entries.filter((it) => it.state === 'refused' && it.thread).map((it) => it.thread));
  for (const entry of entries) {
    if (entry.state !== 'waiting') continue;
    if (!still()) return;
    if (entry.thread && broken.has(entry.thread)) {
      await refuse(entry.commandId, EARLIER_REFUSED, '');
      await settled({ kind: 'refused', commandId: entry.commandId, code: EARLIER_REFUSED, message: '' });
      continue;
    }
    let how = await sendOne(entry);
    if (how.kind === 'refused' && how.code === 'VISIT_LATE_WITHOUT_REASON') how = await sendLate(entry);
    if (how.kind === 'done') {
      await remove(entry.commandId);
    } else {
      await refuse(entry.commandId, how.code, how.message);
      if (entry.thread) broken.add(entry.thread);
    }
    await settled(how);
  }
}
