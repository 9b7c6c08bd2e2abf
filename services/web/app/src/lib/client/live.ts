// What colleagues do, as it happens: one socket for each tab, opened by the first screen that listens. A stream has
// no memory, so after a cut the screen asks its question again.
import type { Client } from 'graphql-ws';
import { spoken } from './ask';
import { deviceId } from './ids';
import type { Operation } from './operation';
import { session } from './session.svelte';

let client: Promise<Client> | undefined;
/** The code with which the server closes the socket of somebody who is not in any more. */
const SIGNED_OUT = 4401;

function socket(): Promise<Client> {
  client ??= import('graphql-ws').then(({ createClient }) =>
    createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql/ws`,
      lazy: true,
      keepAlive: 12_000,
      connectionParams: () => ({ language: spoken(), device: deviceId() }),
      retryAttempts: Infinity,
      shouldRetry: (reason) => !(reason instanceof CloseEvent && reason.code === SIGNED_OUT),
      on: {
        closed: (event) => {
          if (event instanceof CloseEvent && event.code === SIGNED_OUT) session.change({ state: 'out' });
        }
      }
    })
  );
  return client;
}

/** Listens until the returned function is called. `changed` is called for every event and after every cut. */
export function listen<Result, Variables extends Record<string, unknown>>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  changed: (event: Result | null) => void
): () => void {
  let stop = (): void => {};
  let over = false;
  void socket().then((client) => {
    if (over) return;
    // Something may have happened since the screen asked: while the line was cut, and while it was first laid.
    const off = client.on('connected', () => changed(null));
    const end = client.subscribe<Result>(
      // As over HTTP, the operation goes by its id; the protocol has room for it among the extensions.
      { query: '', variables, extensions: { documentId: `sha256:${operation.id}` } },
      {
        next: ({ data }) => {
          if (data) changed(data);
        },
        error: () => undefined,
        complete: () => undefined
      }
    );
    stop = () => {
      off();
      end();
    };
  });
  return () => {
    over = true;
    stop();
  };
}
