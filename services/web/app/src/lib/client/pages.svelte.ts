// A question whose answer comes in pages: the rows that are there, and the next ones when somebody goes on.
import { ask } from './ask';
import type { Operation } from './operation';
import { Reading, type ReadingOptions } from './reading.svelte';

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
  /** What tells one row from another: while pages are read, a row may move from one to the next. */
  key: (row: Row) => string;
}

export class Pages<Result, Variables extends { after?: string | null }, Row> extends Reading<Result, Variables> {
  readonly #asks: Operation<Result, Variables>;
  readonly #pages: PagesOptions<Result, Row>;
  #asked = '';
  /** How many were gone on to; as many are read again when something happened. */
  #count = 1;
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

  override async ask(variables: Variables): Promise<void> {
    const asked = JSON.stringify(variables);
    if (asked !== this.#asked) this.#count = 1;
    this.#asked = asked;
    await super.ask(variables);
  }

  /** Goes on to the next rows. */
  async more(): Promise<void> {
    if (this.asking || !this.goesOn || this.since !== null) return;
    this.#count += 1;
    this.#behind = this.data;
    await this.again();
  }

  protected override async read(variables: Variables): Promise<Result> {
    const behind = this.#behind;
    this.#behind = null;
    if (behind !== null) return this.#joined(behind, await ask(this.#asks, { ...variables, after: this.#next(behind) }));
    let whole: Result = await ask(this.#asks, variables);
    for (let page = 1; page < this.#count; page += 1) {
      const after = this.#next(whole);
      if (after === null) break;
      whole = this.#joined(whole, await ask(this.#asks, { ...variables, after }));
    }
    return whole;
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
