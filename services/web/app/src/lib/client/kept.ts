// Answers kept for reading without a line, by account and screen: gone at sign-out and after seven days.
import { change, look, type StoredAnswer } from './db';
import { open, seal } from './seal';

export const LONGEST = 7 * 24 * 3600 * 1000;

export interface Kept<T> {
  answer: T;
  at: number;
}

/** Keeps the newest answer of a screen; a device that cannot keep it goes on without. */
export async function keep(account: string, screen: string, answer: unknown): Promise<void> {
  try {
    const sealed = await seal(account, answer);
    await change('kept', (store) => store.put({ account, screen, at: Date.now(), sealed } satisfies StoredAnswer));
  } catch {
    // A full disk must not stand in the way of reading what has just come.
  }
}

/** What is kept for a screen. */
export async function recall<T>(account: string, screen: string): Promise<Kept<T> | null> {
  try {
    const kept = (await look('kept', (store) => store.get([account, screen]))) as StoredAnswer | undefined;
    if (!kept || Date.now() - kept.at > LONGEST) return null;
    return { answer: await open<T>(account, kept.sealed), at: kept.at };
  } catch {
    return null;
  }
}
