// The ways into this server: its networks by name, the sign-ins of organisations, passkeys, a demonstration.
import type { Lang } from '$lib/text/lang';
import type { Localized } from '$lib/text/words';
import { door } from './ask';
import { Trouble } from './trouble';

/** The sign-in of an organisation that a network trusts. */
export interface Outside {
  network: string;
  provider: string;
  /** What people call it. */
  name: string;
}

/** A film in sign language that a network adds; its files are on this same site. */
export interface Clip {
  /** The screen it belongs to. */
  page: string;
  /** The name of the sign language, such as LSFB. */
  language: string;
  title: Localized;
  video: string;
  poster: string;
  /** WebVTT. */
  captions: string;
  transcript: Localized | null;
}

/** What `GET /access/ways` answers, to anybody. */
export interface Ways {
  demo: boolean;
  networks: { code: string; name: Localized; clips?: Clip[] }[];
  outside: Outside[];
  passkeys: boolean;
}

/** An answer that takes longer is asked for again, by the app itself. */
const PATIENCE = 5_000;

/** What the page asked before any script of the app was there, once: nothing when it did not, or got no answer. */
async function early<K extends keyof Early>(key: K): Promise<Awaited<Early[K]>> {
  const asked = window.early?.[key];
  if (window.early) window.early[key] = Promise.resolve(null);
  return Promise.race([asked ?? null, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))]) as Promise<Awaited<Early[K]>>;
}

/** What `src/first.js` leaves. */
export interface Early {
  ways: Promise<Ways | null>;
  people: Promise<{ token: string }[] | null>;
}

/** Asks which ways in there are. */
export const ways = async (): Promise<Ways> => (await early('ways')) ?? door<Ways>('ways');

/** The people of a demonstration, such as `nora-brussels`; nobody in a server that serves. */
export async function demoPeople(): Promise<string[]> {
  try {
    const people = (await early('people')) ?? (await (await fetch('/demo/people')).json() as { token: string }[]);
    return people.map(({ token }) => token.replace(/^demo-/, ''));
  } catch {
    // Without a line nobody comes in anyway.
    return [];
  }
}

/** The films of a network for a screen; none when nobody added any, or nobody can be asked. */
export async function clipsOf(network: string, page: string): Promise<Clip[]> {
  try {
    const { networks } = await ways();
    return networks.find(({ code }) => code === network)?.clips?.filter((clip) => clip.page === page) ?? [];
  } catch (error) {
    if (error instanceof Trouble) return [];
    throw error;
  }
}

const KEPT = 'entraide.way';

/** Where somebody wants to be once they are back from another site. */
interface Way {
  lang: Lang;
  next: string;
}

/** Goes out to the sign-in of an organisation: to come in, or, for whoever is in, to link it. */
export async function goOut(path: 'outside/begin' | 'outside/link', body: object, way: Way): Promise<void> {
  const { goTo } = await door<{ goTo: string }>(path, body);
  sessionStorage.setItem(KEPT, JSON.stringify(way));
  location.assign(goTo);
}

/** Where somebody wanted to be who is back; nothing when they began in another tab. */
export function wayBack(): Way | null {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept ? (JSON.parse(kept) as Way) : null;
}
