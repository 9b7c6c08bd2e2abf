// Sending what waits: in the order it happened, one tab at a time, stopping at the first failure of the line and
// going on after a refusal. An act leaves the device only after the server's yes.
import { ask, door } from '$lib/client/ask';
import type { StoredEntry } from '$lib/client/db';
import type { Outcome } from '$lib/client/operation';
import { Trouble } from '$lib/client/trouble';
import { newId } from '$lib/client/ids';
import { opened, refuse, remove, replace, storedOf, type Entry } from './entry';

/** How an act ended. */
export type Settled =
  | { kind: 'done'; commandId: string; position: string; facts: { name: string; value: string }[] }
  | { kind: 'refused'; commandId: string; code: string; message: string };

/** A refusal of ours: an act it builds on was refused. */
export const EARLIER_REFUSED = 'EARLIER_REFUSED';

/** After so many faults of a server that is well otherwise, an act lets the others go first. */
const MOST_FAULTS = 5;
const faults = new Map<string, number>();

/** Asks under the id an act was recorded with; where the server has forgotten that, under the one of today. */
async function asked(entry: Entry, id: string): Promise<{ outcome: Outcome }> {
  try {
    return await ask<{ outcome: Outcome }, unknown>({ id, kind: 'mutation' }, entry.variables);
  } catch (error) {
    if (!(error instanceof Trouble) || error.code !== 'DOCUMENT_NOT_KNOWN') throw error;
    const { acts } = await import('$lib/made/acts');
    const now = acts[entry.says.what];
    if (!now || now === id) throw error;
    return asked(entry, now);
  }
}

/** One act: done or refused; throws the trouble after which it still waits. */
async function sendOne(entry: Entry): Promise<Settled> {
  const { commandId } = entry;
  try {
    const { outcome } = await asked(entry, entry.operation);
    if (outcome.__typename === 'Done') return { kind: 'done', commandId, position: outcome.position, facts: outcome.facts };
    if (outcome.retriable) throw new Trouble('busy', outcome.code, outcome.message);
    return { kind: 'refused', commandId, code: outcome.code, message: outcome.message };
  } catch (error) {
    const trouble = error instanceof Trouble ? error : new Trouble('fault', '', String(error));
    const { kind } = trouble;
    if (kind === 'noRight' || kind === 'fault') {
      // Whoever is out is answered like a visitor from the street, and whoever came in meanwhile like themselves:
      // neither says what this account may. A server that has nothing to say of anybody is not well.
      const { account } = await door<{ account: string }>('me');
      if (account !== entry.account) throw new Trouble('signedOut');
    }
    if (kind === 'fault') faults.set(commandId, (faults.get(commandId) ?? 0) + 1);
    if (kind !== 'noRight' && kind !== 'bad') throw trouble;
    return { kind: 'refused', commandId, code: trouble.code || kind, message: trouble.message };
  }
}

/** What waits, in its turn: an act the server stumbles over is behind the others, with those that build on it. */
function inTurn(all: StoredEntry[]): StoredEntry[] {
  const waiting = all.filter((one) => one.state === 'waiting');
  const bad = waiting.filter((one) => (faults.get(one.commandId) ?? 0) >= MOST_FAULTS);
  const behind = (one: StoredEntry): boolean => bad.some((it) => it === one || (it.thread && it.thread === one.thread));
  return [...waiting.filter((one) => !behind(one)), ...waiting.filter(behind)];
}

/** Sends the first act of an account that waits; null when none does. Throws the trouble that stopped it. */
export async function sendNext(account: string): Promise<Settled | null> {
  const all = await storedOf(account);
  const [stored] = inTurn(all);
  if (!stored) return null;
  const { commandId, thread } = stored;
  let how: Settled = { kind: 'refused', commandId, code: EARLIER_REFUSED, message: '' };
  if (!thread || !all.some((one) => one.thread === thread && one.state === 'refused')) {
    const entry = await opened(stored);
    // What nobody can read any more is shown as refused; it must not keep the others waiting.
    if (entry.state === 'waiting') how = await sendOne(entry);
    else how = { ...how, code: entry.code ?? '' };
    // A visit that waited more than a day says why by itself. It was refused, so under its id nothing was recorded; it
    // is asked again under another one, which is kept first and is the next.
    if (how.kind === 'refused' && how.code === 'VISIT_LATE_WITHOUT_REASON') {
      const input = { ...(entry.variables['input'] as object), lateReason: 'NO_CONNECTION' };
      const again = newId();
      await replace(commandId, { ...entry, commandId: again, variables: { ...entry.variables, commandId: again, input } });
      const late = await sendNext(account);
      return late && { ...late, commandId };
    }
  }
  if (how.kind === 'done') await remove(commandId);
  else await refuse(commandId, how.code, how.message);
  return how;
}
