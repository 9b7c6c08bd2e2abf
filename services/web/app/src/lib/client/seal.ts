// Sealing what is kept: AES-GCM under a key of the account that never leaves the browser's key store. On a shared
// tablet nobody reads what somebody else recorded, and destroying the key destroys what it sealed.
import { firstOf, look, type Sealed } from './db';

const KIND = { name: 'AES-GCM', length: 256 } as const;

async function keyOf(account: string): Promise<CryptoKey> {
  const known = (await look('keys', (store) => store.get(account))) as CryptoKey | undefined;
  // Two tabs may make one at once: the first that is stored is the key.
  return known ?? firstOf('keys', account, await crypto.subtle.generateKey(KIND, false, ['encrypt', 'decrypt']));
}

/** Seals a value for an account. */
export async function seal(account: string, value: unknown): Promise<Sealed> {
  const key = await keyOf(account);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: KIND.name, iv }, key, clear) };
}

/** Opens what was sealed for an account. */
export async function open<T>(account: string, sealed: Sealed): Promise<T> {
  const key = await keyOf(account);
  const clear = await crypto.subtle.decrypt({ name: KIND.name, iv: sealed.iv }, key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(clear)) as T;
}
