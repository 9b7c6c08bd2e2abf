// A question whose answer comes in pages: the rows that are there, and the next ones when somebody goes on.
import { ask } from './ask';
import type { Operation } from './operation';
import { Reading, type ReadingOptions } from './reading.svelte';

/** The most rows the API gives at once. */
const MOST = 100;

/** Rows as the API gives them. */
export interface Rows<Row = unknown> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface PagesOptions<Result, Row> extends ReadingOptions {
  /** Where the rows are in an answer. */
  rows: (answer: Result) => Rows<Row> | null | undefined;
  /** The same answer with other rows. */
  holding: (answer: Result, rows: Rows<Row>) => Result;
  /** How many rows come at once: few enough for an old phone to draw them between two frames or so. */
  size: number;
  /** What tells one row from another: while pages are read, a row may move from one to the next. */
  key: (row: Row) => string;
}

export class Pages<Result, Variables extends { after?: string | null; first: number }, Row> extends Reading<Result, Variables> {
  readonly #asks: Operation<Result, Variables>;
  readonly #pages: PagesOptions<Result, Row>;
  #asked = '';
  /** How many rows are read: more, the further somebody went on. */
  #wanted = 0;
  /** What the next page is put behind, while it is asked for alone. */
  #behind: Result | null = null;

  constructor(operation: Operation<Result, Variables>, options: PagesOptions<Result, Row>) {
    super(operation, options);
    this.#asks = operation;
    this.#pages = options;
  }

  /** Whether there are rows that were not asked for yet. */
  get goesOn(): boolean {
    return this.#next(this.data) !== null;
  }

  /** Asks for the first rows, however many are asked for; of the same question, for as many as are there already. */
  override async ask(variables: Omit<Variables, 'first' | 'after'>): Promise<void> {
    const asked = JSON.stringify(variables);
    if (asked !== this.#asked) this.#wanted = this.#pages.size;
    this.#asked = asked;
    await super.ask(variables as Variables);
  }

  /** Goes on to the next rows; behind what was kept from earlier come none before it is new. */
  async more(): Promise<void> {
    if (this.asking || !this.goesOn) return;
    if (this.since === null) {
      this.#wanted = this.#have(this.data) + this.#pages.size;
      this.#behind = this.data;
    }
    await this.again();
  }

  protected override async read(variables: Variables): Promise<Result> {
    let whole = this.#behind;
    this.#behind = null;
    for (;;) {
      const have = this.#have(whole);
      const after = this.#next(whole);
      if (whole !== null && (after === null || have >= this.#wanted)) return whole;
      const came: Result = await ask(this.#asks, { ...variables, first: Math.min(MOST, this.#wanted - have), after });
      whole = whole === null ? came : this.#joined(whole, came);
    }
  }

  #have(answer: Result | null): number {
    return answer === null ? 0 : (this.#pages.rows(answer)?.nodes.length ?? 0);
  }

  #next(answer: Result | null): string | null {
    const info = answer === null ? null : this.#pages.rows(answer)?.pageInfo;
    return info?.hasNextPage ? info.endCursor : null;
  }

  #joined(before: Result, after: Result): Result {
    const [first, then] = [this.#pages.rows(before), this.#pages.rows(after)];
    if (!first || !then) return before;
    const known = new Set(first.nodes.map(this.#pages.key));
    return this.#pages.holding(before, { ...then, nodes: [...first.nodes, ...then.nodes.filter((row) => !known.has(this.#pages.key(row)))] });
  }
}
