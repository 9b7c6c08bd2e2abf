// The outbox: what is recorded on this device until the server has it.
import { alone } from '$lib/client/alone';
import { door } from '$lib/client/ask';
import { newId } from '$lib/client/ids';
import { line } from '$lib/client/line.svelte';
import type { Operation, Outcome } from '$lib/client/operation';
import { session } from '$lib/client/session.svelte';
import { Trouble, UNAVAILABLE } from '$lib/client/trouble';
import { entriesOf, NotKept, remove, replace, retry, storeAll, type Entry, type Says } from './entry';
import { EARLIER_REFUSED, sendNext, type Settled } from './send';

export { NotKept, UNREADABLE } from './entry';
export type { Entry, Says } from './entry';

const CHANNEL = 'entraide.outbox';
/** How long to wait before the next try, at first and at most. */
const SOON = 2_000;
const LATER = 10_000;
/** However a try was lost, a page that is open looks again after so long. */
const ALWAYS = 30_000;
/** How long a screen waits for the server before it says that the act waits. */
const PATIENCE = 4_000;

/** What became of an act when the screen can go on. */
export type Recorded = Settled | { kind: 'waiting'; commandId: string } | { kind: 'notKept'; why: NotKept['why'] };

/** A mutation that can wait: it answers an outcome, under a command id made on this device. */
type Act<Variables> = Operation<{ outcome: Outcome }, Variables>;

/** One of several acts that go together; made by [`together`]. */
export interface Together {
  operation: Act<never>;
  variables: Asked;
  says: Says;
}

/** Ties an act's variables to its operation. */
export const together = <Variables extends Asked>(operation: Act<Variables>, variables: Variables, says: Says): Together => ({
  operation,
  variables,
  says
});

/** The least every act says. */
interface Asked {
  commandId: string;
  occurredAt?: string | null;
}

class Outbox {
  /** What waits or was refused, of whoever is in; in the order it happened. */
  entries = $state.raw<Entry[]>([]);
  sending = $state(false);
  /** Whether the server answered the last try that it can store nothing just now. */
  #full = $state(false);
  #expecting = new Map<string, (how: Settled) => void>();
  #channel: BroadcastChannel | null = null;
  /** The next try by itself: its timer, and when it is. */
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = Infinity;
  #pause = SOON;
  /** A round of sending under way, and whether something was recorded after it began. */
  #round: Promise<void> | null = null;
  #more = false;
  /** What was recorded before this page was opened goes only once the server has said that it is still their session. */
  #unsure = true;
  #turn = 0;
  #listeners = new Set<(how: Settled) => void>();

  /** Begins to look after what waits; called once by the layout. */
  start(): () => void {
    // Without the channel the other tabs learn of it when they are looked at.
    if ('BroadcastChannel' in window) {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.onmessage = ({ data }: MessageEvent<Settled | null>) => {
        if (data) this.#tell(data);
        void this.refresh();
      };
    }
    const off = line.onBack(() => {
      this.#pause = SOON;
      void this.send(true);
    });
    const shown = (): void => {
      if (document.visibilityState === 'visible') void this.send();
    };
    document.addEventListener('visibilitychange', shown);
    const always = setInterval(() => void this.send(true), ALWAYS);
    void this.refresh().then(() => {
      if (this.waiting.length === 0) this.#unsure = false;
      void this.send();
    });
    return () => {
      off();
      document.removeEventListener('visibilitychange', shown);
      this.#channel?.close();
      clearInterval(always);
      clearTimeout(this.#timer);
    };
  }

  get waiting(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'waiting');
  }

  get refused(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'refused');
  }

  /** Whether what waits does so because the server can be read only. */
  get held(): boolean {
    return this.#full && this.waiting.length > 0;
  }

  /** Something is called whenever an act has settled, in whichever tab. */
  onSettled(listener: (how: Settled) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Records an act: kept on this device first, then sent. Answers as soon as it is known how it goes on. */
  async record<Variables extends Asked>(operation: Act<Variables>, variables: Variables, says: Says): Promise<Recorded> {
    const entry = this.#entry(operation, variables, says, undefined);
    return this.#kept(entry ? [entry] : [], variables.commandId);
  }

  /** Records acts that make no sense without each other: after a refusal of one the next are not sent. Answers what
   * became of the last, or of the one that was refused. */
  async recordAll(acts: Together[]): Promise<Recorded> {
    const thread = acts[0]?.variables.commandId ?? '';
    const entries = acts.map((act) => this.#entry(act.operation, act.variables, act.says, thread));
    return this.#kept(entries.filter((entry) => entry !== null), acts.at(-1)?.variables.commandId ?? '');
  }

  #entry(operation: Act<never>, variables: Asked, says: Says, thread: string | undefined): Entry | null {
    const account = session.known?.account;
    if (!account) return null;
    const occurredAt = variables.occurredAt ?? new Date().toISOString();
    return {
      commandId: variables.commandId,
      account,
      occurredAt,
      turn: this.#nextTurn(),
      state: 'waiting',
      thread,
      operation: operation.id,
      variables: { ...variables, occurredAt },
      says
    };
  }

  async #kept(entries: Entry[], last: string): Promise<Recorded> {
    if (entries.length === 0) return { kind: 'notKept', why: 'unable' };
    try {
      await storeAll(entries);
    } catch (error) {
      if (error instanceof NotKept) return { kind: 'notKept', why: error.why };
      throw error;
    }
    await this.refresh();
    // A browser that is short of room throws away what nobody asked it to keep.
    void navigator.storage?.persist?.().catch(() => false);
    return this.#awaited(entries, last);
  }

  /** Takes back what has not been sent; says whether it was in time. */
  async withdraw(commandId: string): Promise<boolean> {
    const taken = async (): Promise<boolean> => {
      await this.refresh();
      const still = this.entries.some((entry) => entry.commandId === commandId);
      if (still) await remove(commandId);
      await this.#changed();
      return still;
    };
    // A tab that froze may have sent it.
    return alone(taken, () => false);
  }

  /** Sends a refused act once more, and what was held back because of it. */
  async again(commandId: string): Promise<void> {
    const thread = this.entries.find((entry) => entry.commandId === commandId)?.thread;
    const held = this.entries.filter((entry) => thread && entry.thread === thread && entry.code === EARLIER_REFUSED);
    for (const id of new Set([commandId, ...held.map((entry) => entry.commandId)])) await retry(id);
    await this.#changed();
    await this.send(true);
  }

  /** Sends an act that was refused with other variables, in its turn and under an id of its own: under the old one the
   * server has refused it. */
  async instead(entry: Entry, variables: Record<string, unknown>): Promise<Recorded> {
    const commandId = newId();
    const by: Entry = { ...entry, commandId, state: 'waiting', code: undefined, message: undefined, variables: { ...variables, commandId } };
    await replace(entry.commandId, by);
    await this.#changed();
    return this.#awaited([by], commandId);
  }

  /** Reads again what waits. */
  async refresh(): Promise<void> {
    const account = session.known?.account;
    try {
      const entries = account ? await entriesOf(account) : [];
      if (account === session.known?.account) this.entries = entries;
    } catch {
      // A browser that cannot read its storage now has not lost it: what was known stays shown, if it is theirs.
      this.entries = this.entries.filter((entry) => entry.account === account);
    }
  }

  /** Sends what waits, in turn with the other tabs. `anyway` tries although the browser says that there is no line. */
  async send(anyway = false): Promise<void> {
    await this.refresh();
    if (!session.in || this.waiting.length === 0) return;
    // Without a line nothing is tried at once; later it is, since not every browser notices when it is back.
    if (!navigator.onLine && !anyway) return this.#later(0);
    this.#more = true;
    this.#round ??= this.#sent().finally(() => (this.#round = null));
    return this.#round;
  }

  /** A round: one act after the other, until none waits. Between two of them another tab may have its turn. */
  async #sent(): Promise<void> {
    this.sending = true;
    try {
      while (this.#more) {
        this.#more = false;
        while (await alone(() => this.#step()));
      }
      this.#pause = SOON;
    } catch (error) {
      if (error instanceof Trouble) session.met(error);
      this.#full = error instanceof Trouble && error.code === UNAVAILABLE;
      this.#later(error instanceof Trouble ? error.wait : 0);
    } finally {
      this.sending = false;
      await this.refresh();
    }
  }

  /** One act of whoever is in at this moment, by whatever tab they came in; false when there is none. */
  async #step(): Promise<boolean> {
    const account = session.now();
    if (account && this.#unsure) {
      if ((await door<{ account: string }>('me')).account !== account) throw new Trouble('signedOut');
      this.#unsure = false;
    }
    const how = account && (await sendNext(account));
    if (how) await this.#arrived(how);
    return Boolean(how);
  }

  /** The last one's end, or the first refusal; without a line, or when it takes long, that it waits. */
  async #awaited(entries: Entry[], last: string): Promise<Recorded> {
    const ids = entries.map((entry) => entry.commandId);
    const settled = new Promise<Settled>((resolve) => {
      for (const id of ids) {
        this.#expecting.set(id, (how) => {
          if (id === last || how.kind === 'refused') resolve(how);
        });
      }
    });
    const waits: Recorded = { kind: 'waiting', commandId: last };
    const tried = this.send().then(() => waits, () => waits);
    const long = new Promise<Recorded>((resolve) => setTimeout(resolve, PATIENCE, waits));
    const how = await Promise.race([settled, tried, long]);
    for (const id of ids) this.#expecting.delete(id);
    return how;
  }

  async #arrived(how: Settled): Promise<void> {
    if (how.kind === 'done') {
      this.#full = false;
      this.entries = this.entries.filter((entry) => entry.commandId !== how.commandId);
    } else await this.refresh();
    this.#tell(how);
    this.#channel?.postMessage(how);
  }

  async #changed(): Promise<void> {
    this.#channel?.postMessage(null);
    await this.refresh();
  }

  #tell(how: Settled): void {
    this.#expecting.get(how.commandId)?.(how);
    for (const listener of this.#listeners) listener(how);
  }

  /** Tries again after a while, longer each time; a try that comes sooner stays. */
  #later(atLeast: number): void {
    const wait = Math.max(this.#pause, atLeast * 1000);
    if (Date.now() + wait >= this.#next) return;
    clearTimeout(this.#timer);
    this.#next = Date.now() + wait;
    this.#timer = setTimeout(() => {
      this.#next = Infinity;
      void this.send(true);
    }, wait);
    this.#pause = Math.min(this.#pause * 2, LATER);
  }

  #nextTurn(): number {
    this.#turn = Math.max(this.#turn + 1, Date.now() * 1000);
    return this.#turn;
  }
}

export const outbox = new Outbox();
