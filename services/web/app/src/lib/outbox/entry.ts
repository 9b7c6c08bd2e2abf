// One act that waits to be sent.
import { adjust, allOf, change, type StoredEntry } from '$lib/client/db';
import { open, seal } from '$lib/client/seal';

/** What is sent. */
export interface Sent {
  /** The id of the operation's text. */
  operation: string;
  variables: Record<string, unknown>;
  /** What it is, for the list of what waits: a key of the texts, and codes to show. */
  says: Says;
}

export interface Says {
  /** Such as `recordVisit`. */
  what: string;
  /** Codes of needs. */
  needs?: string[];
  /** A name somebody chose, such as that of a partner. */
  name?: string;
}

export type Entry = Omit<StoredEntry, 'sealed'> & Sent;

/** A refusal of ours: the act was damaged on this device. */
export const UNREADABLE = 'UNREADABLE';

/** Why an act could not be kept on this device. */
export class NotKept extends Error {
  constructor(readonly why: 'full' | 'unable') {
    super(why);
  }
}

/** Stores acts, sealed: all of them or none; throws [`NotKept`]. */
export async function storeAll(entries: Entry[]): Promise<void> {
  try {
    const stored = await Promise.all(entries.map(sealed));
    await change('outbox', (store) => stored.forEach((entry) => store.put(entry)));
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new NotKept(full ? 'full' : 'unable');
  }
}

async function sealed({ operation, variables, says, ...outside }: Entry): Promise<StoredEntry> {
  return { ...outside, sealed: await seal(outside.account, { operation, variables, says } satisfies Sent) };
}

/** Puts an act in the place of another, in its turn. */
export async function replace(commandId: string, by: Entry): Promise<void> {
  const entry = await sealed(by);
  await change('outbox', (store) => {
    store.delete(commandId);
    store.put(entry);
  });
}

/** The acts of an account, in the order they happened. */
export const entriesOf = async (account: string): Promise<Entry[]> => Promise.all((await storedOf(account)).map(opened));

/** The same, still sealed. */
export async function storedOf(account: string): Promise<StoredEntry[]> {
  const stored = await allOf(account);
  return stored.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.turn - b.turn);
}

/** One act, opened. What cannot be opened any more is a refused one, so that somebody sees it. */
export async function opened({ sealed, ...outside }: StoredEntry): Promise<Entry> {
  try {
    return { ...outside, ...(await open<Sent>(outside.account, sealed)) };
  } catch (error) {
    // A device that cannot be read at this moment is another matter.
    if (!(error instanceof DOMException && error.name === 'OperationError')) throw error;
    return { ...outside, state: 'refused', code: UNREADABLE, message: '', operation: '', variables: {}, says: { what: 'unreadable' } };
  }
}

/** Takes an act away: it arrived, or whoever recorded it takes it back. */
export const remove = (commandId: string): Promise<void> => change('outbox', (store) => store.delete(commandId));

/** Keeps a refusal with its act. */
export const refuse = (commandId: string, code: string, message: string): Promise<void> =>
  adjust('outbox', commandId, (stored) => ({ ...stored, state: 'refused', code, message }));

/** Lets a refused act be sent once more. */
export const retry = (commandId: string): Promise<void> =>
  adjust('outbox', commandId, (stored) => ({ ...stored, state: 'waiting', code: undefined, message: undefined }));
