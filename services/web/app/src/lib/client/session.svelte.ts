// Who is in, in which role. The cookie is the session; what is kept here is what the screens need to know of it,
// and it is the same in every tab.
import type { Region } from '$lib/text/lang';
import { Trouble } from './trouble';

export type Role =
  | 'ADMINISTRATOR'
  | 'AUDITOR'
  | 'COORDINATOR'
  | 'FUNDING_OFFICER'
  | 'HOST'
  | 'MEMBER'
  | 'ORGANISER'
  | 'PARTNER'
  | 'PUBLIC'
  | 'RECEPTIONIST'
  | 'SYSTEM'
  | 'TENANT_SUPPORT'
  | 'VOLUNTEER';

/** What this device knows of the session. No name: that is asked for when it is shown. */
export interface Known {
  account: string;
  network: string;
  role: Role | null;
  region: Region;
  shared: boolean;
  hasPin: boolean;
  /** `out` when the server said that the session ended, `locked` when it waits for its PIN. */
  state: 'in' | 'out' | 'locked';
}

/** A role one may act in. */
export interface RoleChoice {
  facet: string;
  role: string;
  usable: boolean;
}

/** What `GET /access/me` answers. */
export interface Me {
  network: string;
  account: string;
  displayName: string | null;
  facet: string | null;
  roles: RoleChoice[];
  secondFactorDue: string | null;
  shared: boolean;
  overAt: string;
  idleSeconds: number;
  hasPin: boolean;
}

/** What a door answers to whoever comes in, or is half way. */
export interface Came {
  signedIn: boolean;
  next?: 'secondFactor';
  step?: string;
  account?: string;
  network?: string;
  facet?: string | null;
  shared?: boolean;
}

const KEPT = 'entraide.session';

class Session {
  known = $state<Known | null>(null);
  /** Whether a page may show what is known; before, it is the page that was written at the build. */
  read = $state(false);
  /** The name to be called by; never kept. */
  name = $state<string | null>(null);

  /** When whoever is in came in. */
  #since = 0;
  /** What was kept when it was last read. */
  #kept: string | null = null;

  constructor() {
    if (typeof window !== 'undefined') this.#readKept();
  }

  /** The page that was written at the build has come to life: from now on it may show what this device knows. */
  start(): void {
    this.read = true;
    window.addEventListener('storage', (event) => {
      if (event.key === KEPT) this.#readKept();
    });
  }

  #readKept(): void {
    const kept = localStorage.getItem(KEPT);
    if (kept === this.#kept) return;
    this.#kept = kept;
    try {
      this.#take(JSON.parse(kept ?? 'null') as Known | null);
    } catch {
      this.known = null;
    }
  }

  #take(known: Known | null): void {
    if (known?.state === 'in' && (this.known?.state !== 'in' || this.known.account !== known.account)) this.#since = Date.now();
    this.known = known;
  }

  /** The account that is in and has a role at this moment: another tab may have changed it, and word of that comes later. */
  now(): string | null {
    this.#readKept();
    return this.in ? (this.known?.account ?? null) : null;
  }

  /** Whether somebody is in and has a role. */
  get in(): boolean {
    return this.known?.state === 'in' && this.known.role !== null;
  }

  get role(): Role | null {
    return this.known?.role ?? null;
  }

  /** Keeps what is known now; every tab learns it. */
  set(known: Known | null): void {
    this.#take(known);
    this.#kept = known && JSON.stringify(known);
    if (this.#kept) localStorage.setItem(KEPT, this.#kept);
    else localStorage.removeItem(KEPT);
  }

  /** The same, changed a little. */
  change(part: Partial<Known>): void {
    if (this.known) this.set({ ...this.known, ...part });
  }

  /** What a trouble says about the session. The answer to a question of before says nothing about this one. */
  met(trouble: Trouble): void {
    if (!this.known || trouble.asked < this.#since) return;
    if (trouble.kind === 'signedOut' && this.known.state === 'in') this.change({ state: 'out' });
    if (trouble.kind === 'locked' && this.known.state !== 'locked') this.change({ state: 'locked' });
    if (trouble.kind === 'noRole' && this.known.role) this.change({ role: null });
  }
}

export const session = new Session();
