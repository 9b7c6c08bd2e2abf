// The outbox: what is recorded on this device until the server has it.
import { line } from '$lib/client/line.svelte';
import type { Operation, Outcome } from '$lib/client/operation';
import { session } from '$lib/client/session.svelte';
import { Trouble } from '$lib/client/trouble';
import { entriesOf, NotKept, remove, retry, storeAll, type Entry, type Says } from './entry';
import { sendAll, type Settled } from './send';

export { NotKept } from './entry';
export type { Entry, Says } from './entry';

const LOCK = 'entraide.outbox';
/** How long to wait before the next try, at first and at most. */
const SOON = 2_000;
const LATER = 10_000;
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
  #expecting = new Map<string, (how: Settled) => void>();
  #channel: BroadcastChannel | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = SOON;
  #turn = 0;
  #listeners = new Set<(how: Settled) => void>();

  /** Begins to look after what waits; called once by the layout. */
  start(): () => void {
    this.#channel = new BroadcastChannel(LOCK);
    this.#channel.onmessage = ({ data }: MessageEvent<Settled | null>) => {
      if (data) this.#tell(data);
      void this.refresh();
    };
    const off = line.onBack(() => {
      this.#pause = SOON;
      void this.send();
    });
    const shown = (): void => {
      if (document.visibilityState === 'visible') void this.send();
    };
    document.addEventListener('visibilitychange', shown);
    void this.send();
    return () => {
      off();
      document.removeEventListener('visibilitychange', shown);
      this.#channel?.close();
      clearTimeout(this.#timer);
    };
  }

  get waiting(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'waiting');
  }

  get refused(): Entry[] {
    return this.entries.filter((entry) => entry.state === 'refused');
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
    return this.#awaited(entries, last);
  }

  /** Takes back what has not been sent; says whether it was in time. */
  async withdraw(commandId: string): Promise<boolean> {
    return navigator.locks.request(LOCK, async () => {
      await this.refresh();
      const still = this.entries.some((entry) => entry.commandId === commandId);
      if (still) await remove(commandId);
      await this.#changed();
      return still;
    });
  }

  /** Sends a refused act once more. */
  async again(commandId: string): Promise<void> {
    await retry(commandId);
    await this.#changed();
    await this.send();
  }

  /** Reads again what waits. */
  async refresh(): Promise<void> {
    const account = session.known?.account;
    try {
      this.entries = account ? await entriesOf(account) : [];
    } catch {
      // A browser without storage has nothing that waits.
      this.entries = [];
    }
  }

  /** Sends what waits, unless another tab is at it: then it is sent there. `anyway` tries although the browser says
   * that there is no line. */
  async send(anyway = false): Promise<void> {
    clearTimeout(this.#timer);
    const known = session.known;
    await this.refresh();
    if (!known || known.state !== 'in' || this.waiting.length === 0) return;
    // Without a line nothing is tried at once; later it is, since not every browser notices when it is back.
    if (!navigator.onLine && !anyway) return this.#later(0);
    const mine = (): boolean => session.known?.account === known.account && session.known.state === 'in';
    await navigator.locks.request(LOCK, async () => {
      this.sending = true;
      try {
        await sendAll(known.account, mine, (how) => this.#arrived(how));
        this.#pause = SOON;
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        session.met(error);
        this.#later(error.wait);
      } finally {
        this.sending = false;
      }
    });
    await this.refresh();
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
    this.#tell(how);
    this.#channel?.postMessage(how);
    await this.refresh();
  }

  async #changed(): Promise<void> {
    this.#channel?.postMessage(null);
    await this.refresh();
  }

  #tell(how: Settled): void {
    this.#expecting.get(how.commandId)?.(how);
    for (const listener of this.#listeners) listener(how);
  }

  /** Tries again after a while, longer each time. */
  #later(atLeast: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(true), Math.max(this.#pause, atLeast * 1000));
    this.#pause = Math.min(this.#pause * 2, LATER);
  }

  #nextTurn(): number {
    this.#turn = Math.max(this.#turn + 1, Date.now() * 1000);
    return this.#turn;
  }
}

export const outbox = new Outbox();
