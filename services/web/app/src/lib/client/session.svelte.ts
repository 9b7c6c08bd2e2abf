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
    try {
      this.known = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Known | null;
    } catch {
      this.known = null;
    }
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
    this.known = known;
    if (known) localStorage.setItem(KEPT, JSON.stringify(known));
    else localStorage.removeItem(KEPT);
  }

  /** The same, changed a little. */
  change(part: Partial<Known>): void {
    if (this.known) this.set({ ...this.known, ...part });
  }

  /** What a trouble says about the session. */
  met(trouble: Trouble): void {
    if (trouble.kind === 'signedOut' && this.known?.state === 'in') this.change({ state: 'out' });
    if (trouble.kind === 'locked') this.change({ state: 'locked' });
    if (trouble.kind === 'noRole') this.change({ role: null });
  }
}

export const session = new Session();
