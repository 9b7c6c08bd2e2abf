// Questions to the server: GraphQL by the id of an operation, and the JSON of signing in.
import { deviceId } from './ids';
import { line } from './line.svelte';
import type { Operation } from './operation';
import { Trouble, troubleOf } from './trouble';

/** On the slowest line that is still one; after it the question counts as lost. */
const PATIENCE = 20_000;

let tag = 'fr-BE';

/** The language in which refusals are told. */
export const speak = (language: string): void => {
  tag = language;
};

/** The same, for whoever listens. */
export const spoken = (): string => tag;

/** An answer in whole: a line that is lost in the middle of one is a lost line. */
async function fetched<T>(path: string, init: RequestInit): Promise<[Response, T | null]> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(path, { ...init, signal: patience.signal, credentials: 'same-origin' });
    // What is no JSON is not from our server: a proxy, a page of a captive network. It counts as no answer, whatever
    // it says, unless it is that this was too large.
    const answer = response.status === 413 ? null : ((await response.json()) as T);
    line.answered();
    return [response, answer];
  } catch {
    line.lost();
    throw new Trouble('offline');
  } finally {
    clearTimeout(timer);
  }
}

const headers = (): Record<string, string> => ({
  'content-type': 'application/json',
  'accept-language': tag,
  'x-entraide': '1',
  'x-device': deviceId()
});

interface Answer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** How far the journal was with what this tab did last: what is read afterwards is no older. */
let done: string | null = null;

const further = (position: unknown): boolean => typeof position === 'string' && (done === null || Number(position) > Number(done));

/** Asks; answers with the data, or throws a [`Trouble`]. A question that takes `atLeast` shows what was just done. */
export async function ask<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Promise<Result> {
  const asked = Date.now();
  const [response, answer] = await fetched<Answer<Result>>('/graphql', {
    method: 'POST',
    headers: { ...headers(), accept: 'application/graphql-response+json' },
    body: JSON.stringify({ documentId: `sha256:${operation.id}`, variables: done && operation.kind === 'query' ? { atLeast: done, ...variables } : variables })
  });
  const error = answer?.errors?.[0];
  if (!response.ok || error || !answer?.data) {
    throw troubleOf(response.ok ? 500 : response.status, error?.extensions?.code ?? '', error?.message ?? '', waitOf(response), asked);
  }
  const outcome = (answer.data as { outcome?: { position?: string } }).outcome;
  if (further(outcome?.position)) done = outcome?.position ?? done;
  return answer.data;
}

const waitOf = (response: Response): number => Number(response.headers.get('retry-after') ?? 0) || 0;

/** What a door of `/access/` answers, or a refusal thrown with its code and its words. */
export async function door<T>(path: string, body?: object): Promise<T> {
  const asked = Date.now();
  const init: RequestInit = body ? { method: 'POST', headers: headers(), body: JSON.stringify(body) } : { headers: headers() };
  const [response, answer] = await fetched<T & { code?: string; message?: string }>(`/access/${path}`, init);
  if (response.ok && answer) return answer;
  throw troubleOf(response.status, answer?.code ?? '', answer?.message ?? '', waitOf(response), asked);
}
