// What is kept on this device: the outbox, answers for reading without a line, and the keys both are sealed with.

/** Bytes nobody reads without the key of the account. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

export interface StoredEntry {
  commandId: string;
  account: string;
  /** When it happened, by this device; the order of sending. */
  occurredAt: string;
  /** Among those of the same instant. */
  turn: number;
  state: 'waiting' | 'refused';
  /** A refusal's code and words. */
  code?: string;
  message?: string;
  /** Acts that make no sense without each other. */
  thread?: string;
  sealed: Sealed;
}

export interface StoredAnswer {
  account: string;
  screen: string;
  at: number;
  sealed: Sealed;
}

interface Stores {
  outbox: StoredEntry;
  kept: StoredAnswer;
  keys: CryptoKey;
}

type Name = keyof Stores;

let opened: Promise<IDBDatabase> | undefined;

/** What a request comes to. */
const come = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function device(): Promise<IDBDatabase> {
  if (!opened) {
    const request = indexedDB.open('entraide', 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('outbox', { keyPath: 'commandId' }).createIndex('account', 'account');
      db.createObjectStore('kept', { keyPath: ['account', 'screen'] });
      db.createObjectStore('keys');
    };
    opened = come(request);
    opened.then(
      (db) => {
        // Another tab has a newer app, or the browser gave up: opened again when it is wanted.
        db.onclose = db.onversionchange = () => {
          db.close();
          opened = undefined;
        };
      },
      () => (opened = undefined)
    );
  }
  return opened;
}

/** Looks into a store. */
export async function look<N extends Name, T>(name: N, at: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return come(at((await device()).transaction(name).objectStore(name)));
}

/** Changes a store: all of it on the disk, or nothing. What `change` awaits must be requests of that store. */
export async function change<N extends Name>(name: N, act: (store: IDBObjectStore) => unknown): Promise<void> {
  const transaction = (await device()).transaction(name, 'readwrite', { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
  });
  try {
    await act(transaction.objectStore(name));
  } catch (error) {
    done.catch(() => undefined);
    throw error;
  }
  return done;
}

/** Everything an index has for a key. */
export const allOf = (account: string): Promise<StoredEntry[]> => look('outbox', (store) => store.index('account').getAll(account));

/** Reads one value, changes it, and puts it back, in one go. */
export const adjust = <N extends Name>(name: N, key: IDBValidKey, by: (value: Stores[N]) => Stores[N]): Promise<void> =>
  change(name, async (store) => {
    const value = (await come(store.get(key))) as Stores[N] | undefined;
    if (value !== undefined) store.put(by(value));
  });

/** What is there under a key, or what is put there now: the first one wins. */
export async function firstOf<N extends Name>(name: N, key: IDBValidKey, value: Stores[N]): Promise<Stores[N]> {
  let first: Stores[N] = value;
  await change(name, async (store) => {
    const there = (await come(store.get(key))) as Stores[N] | undefined;
    if (there === undefined) store.put(value, key);
    else first = there;
  });
  return first;
}
