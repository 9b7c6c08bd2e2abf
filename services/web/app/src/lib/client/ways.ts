// The ways into this server: its networks by name, the sign-ins of organisations, passkeys, a demonstration.
import type { Lang } from '$lib/text/lang';
import type { Localized } from '$lib/text/words';
import { door } from './ask';

/** The sign-in of an organisation that a network trusts. */
export interface Outside {
  network: string;
  provider: string;
  /** What people call it. */
  name: string;
}

/** What `GET /access/ways` answers, to anybody. */
export interface Ways {
  demo: boolean;
  networks: { code: string; name: Localized }[];
  outside: Outside[];
  passkeys: boolean;
}

/** Asks which ways in there are. */
export const ways = (): Promise<Ways> => door<Ways>('ways');

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
