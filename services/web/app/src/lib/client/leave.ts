// Going out: the kept answers go with it, what waits to be sent stays sealed for whoever recorded it.
import { door } from './ask';
import { change, look, type StoredAnswer } from './db';
import { LONGEST } from './kept';
import { session } from './session.svelte';
import { Trouble } from './trouble';

export async function leave(): Promise<void> {
  const account = session.known?.account;
  try {
    await door('sign-out', {});
  } catch (error) {
    // Without a line the cookie stays until the session ends by itself; this device forgets at once.
    if (!(error instanceof Trouble)) throw error;
  }
  session.set(null);
  session.name = null;
  if (account) await forget(account);
}

/** Forgets what is kept for an account, and of everybody what is too old. */
async function forget(account: string): Promise<void> {
  const all = (await look('kept', (store) => store.getAll())) as StoredAnswer[];
  const gone = all.filter((kept) => kept.account === account || Date.now() - kept.at > LONGEST);
  await change('kept', (store) => gone.forEach((kept) => store.delete([kept.account, kept.screen])));
}
