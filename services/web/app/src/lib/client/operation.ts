// An operation by its id: the server knows the text.

declare const answers: unique symbol;

export interface Operation<Result, Variables> {
  /** The SHA-256 of its text. */
  readonly id: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly [answers]?: (variables: Variables) => Result;
}

export const operation = <Result, Variables>(
  id: string,
  kind: Operation<Result, Variables>['kind']
): Operation<Result, Variables> => ({ id, kind });

/** What every mutation answers. */
export type Outcome =
  | { __typename: 'Done'; position: string; version: number; repeated: boolean; facts: { name: string; value: string }[] }
  | { __typename: 'Refusal'; code: string; message: string; retriable: boolean; details: { name: string; value: string }[] };
