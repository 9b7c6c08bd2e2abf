// A question whose answer a screen shows: loading, there, kept from earlier, or why not. Asked again when the line
// comes back, and whenever something it listens to happens.
import { untrack } from 'svelte';
import { ask } from './ask';
import { keep, recall } from './kept';
import { line } from './line.svelte';
import type { Operation } from './operation';
import { session } from './session.svelte';
import { Trouble } from './trouble';

export interface ReadingOptions {
  /** Under this name the answer is kept for reading without a line. */
  keep?: string;
}

export class Reading<Result, Variables> {
  /** The newest answer. */
  data = $state.raw<Result | null>(null);
  /** When a kept answer was new; null when it is. */
  since = $state<number | null>(null);
  /** Why there is none, or none that is new. */
  trouble = $state.raw<Trouble | null>(null);
  asking = $state(false);

  readonly #operation: Operation<Result, Variables>;
  readonly #options: ReadingOptions;
  #variables: Variables | null = null;
  #turn = 0;

  constructor(operation: Operation<Result, Variables>, options: ReadingOptions = {}) {
    this.#operation = operation;
    this.#options = options;
  }

  /** Asks with these variables; an earlier question that is still out counts no more. */
  async ask(variables: Variables): Promise<void> {
    this.#variables = variables;
    const turn = ++this.#turn;
    this.asking = true;
    // An effect that asks must not wait for the answer: it would ask again at each one, without end.
    if (untrack(() => !this.data)) await this.#recall(turn);
    try {
      const data = await this.read(variables);
      if (turn !== this.#turn) return;
      this.data = data;
      this.since = null;
      this.trouble = null;
      const account = session.known?.account;
      if (this.#options.keep && account) void keep(account, this.#options.keep, data);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.trouble = error instanceof Trouble ? error : new Trouble('fault', '', String(error));
      session.met(this.trouble);
    } finally {
      if (turn === this.#turn) this.asking = false;
    }
  }

  protected read(variables: Variables): Promise<Result> {
    return ask(this.#operation, variables);
  }

  /** Asks the same again. */
  async again(): Promise<void> {
    if (this.#variables !== null) await this.ask(this.#variables);
  }

  /** Asks again whenever the line comes back; to be called inside an effect. */
  follow(): () => void {
    return line.onBack(() => void this.again());
  }

  async #recall(turn: number): Promise<void> {
    const account = session.known?.account;
    if (!this.#options.keep || !account) return;
    const kept = await recall<Result>(account, this.#options.keep);
    if (kept && turn === this.#turn && !this.data) {
      this.data = kept.answer;
      this.since = kept.at;
    }
  }
}
