// What can stand between a question and its answer. A refusal is none of these: it is an answer.

export type TroubleKind =
  /** No answer came: no network, a server that restarts, a time-out. Asked again later. */
  | 'offline'
  /** The session ended; what waits is kept until the same account is in again. */
  | 'signedOut'
  /** The session waits for its PIN. */
  | 'locked'
  /** The session has no role yet. */
  | 'noRole'
  /** The role may not. */
  | 'noRight'
  /** The server asks to wait. */
  | 'busy'
  /** A fault of the server, with a number to tell. */
  | 'fault'
  /** The question itself was wrong: never repeated. */
  | 'bad';

export class Trouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    /** A stable code, where the server gave one. */
    readonly code = '',
    /** Words of the server, in the language of the page. */
    message = '',
    /** Seconds to wait, where it said so. */
    readonly wait = 0
  ) {
    super(message || kind);
  }

  /** Whether the same question may do better later. */
  get passing(): boolean {
    return this.kind !== 'noRight' && this.kind !== 'bad';
  }
}

const BY_CODE: Record<string, TroubleKind> = {
  SESSION_LOCKED: 'locked',
  ROLE_NOT_CHOSEN: 'noRole',
  FORBIDDEN: 'noRight'
};

/** What a status means, once there is an answer at all. */
export function troubleOf(status: number, code: string, message: string, wait = 0): Trouble {
  const known = BY_CODE[code];
  if (known) return new Trouble(known, code, message);
  if (status === 401) return new Trouble('signedOut', code, message);
  if (status === 403) return new Trouble('noRight', code, message);
  if (status === 429 || status === 503) return new Trouble('busy', code, message, wait);
  if (status === 404 || status === 502 || status === 504) return new Trouble('offline', code, message);
  return new Trouble(status >= 500 ? 'fault' : 'bad', code, message);
}
