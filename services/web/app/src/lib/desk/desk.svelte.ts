// The desk this device works at: a site, and its session while it is open. Kept on the device, so that a day
// without a line begins like any other.
import { Sessions, type SessionsResult } from '$lib/made/operations/sessions';
import { ask } from '$lib/client/ask';
import { session } from '$lib/client/session.svelte';
import { sites, type Site } from '$lib/client/start';
import { Trouble } from '$lib/client/trouble';
import { outbox } from '$lib/outbox/outbox.svelte';
import { today } from '$lib/parts/today';

export type Sitting = SessionsResult['sessions']['nodes'][number];

/** What is known of the desk. No word about anybody. */
interface At {
  account: string;
  site: string;
  session: string | null;
  /** The day of the session where the device is. */
  day: string;
}

const KEPT = 'entraide.desk';

class Desk {
  sites = $state.raw<Site[]>([]);
  at = $state.raw<At | null>(null);
  /** Why it could not be asked which session is open; what is kept stands. */
  trouble = $state.raw<Trouble | null>(null);

  /** The session visits belong to now; one of another day is over. */
  get session(): string | null {
    return this.at && this.at.day === today() ? this.at.session : null;
  }

  get site(): Site | null {
    return this.sites.find((site) => site.id === this.at?.site) ?? this.sites[0] ?? null;
  }

  /** Reads what is kept, then asks which session is open. */
  async begin(): Promise<void> {
    this.#read();
    try {
      this.sites = await sites();
      await this.look();
      this.trouble = null;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.trouble = error;
      session.met(error);
    }
  }

  /** Asks which session is open. What waits to be sent is newer than what the server knows. */
  async look(): Promise<void> {
    const { sessions } = await ask(Sessions, { state: ['OPEN'], first: 20, last: null });
    const opening = outbox.entries.some((entry) => ['openSession', 'closeSession'].includes(entry.says.what));
    if (opening) return;
    const day = today();
    const open = sessions.nodes.filter((one) => one.date === day);
    const mine = open.find((one) => one.site === this.at?.site) ?? open[0];
    this.keep({ site: mine?.site ?? this.site?.id ?? '', session: mine?.id ?? null, day });
  }

  /** Works at another site. */
  choose(site: string): void {
    this.keep({ site, session: null, day: today() });
  }

  /** Keeps what is known, for whoever is in. */
  keep(at: Omit<At, 'account'>): void {
    const account = session.known?.account;
    if (!account) return;
    this.at = { ...at, account };
    localStorage.setItem(KEPT, JSON.stringify(this.at));
  }

  #read(): void {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as At | null;
      this.at = kept && kept.account === session.known?.account ? kept : null;
    } catch {
      this.at = null;
    }
  }
}

export const desk = new Desk();
