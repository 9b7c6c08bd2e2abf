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
  /** The server asks to wait; so it does while its storage takes no writes. */
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
    readonly wait = 0,
    /** When the question was asked. */
    readonly asked = Date.now()
  ) {
    super(message || kind);
  }
}

/** The code of an act the server could not store for the moment. */
export const UNAVAILABLE = 'UNAVAILABLE';

const BY_CODE: Record<string, TroubleKind> = {
  SESSION_LOCKED: 'locked',
  ROLE_NOT_CHOSEN: 'noRole',
  FORBIDDEN: 'noRight',
  // The page and the server are of different ages: for a while one is older.
  DOCUMENT_NOT_KNOWN: 'fault'
};

/** What a status means, once there is an answer of ours at all. */
export function troubleOf(status: number, code: string, message: string, wait: number, asked: number): Trouble {
  const kind = (): TroubleKind => {
    if (BY_CODE[code]) return BY_CODE[code];
    if (status === 401) return 'signedOut';
    if (status === 403) return 'noRight';
    if (status === 429 || status === 503) return 'busy';
    if (status === 404 || status === 408 || status === 502 || status === 504) return 'offline';
    return status >= 500 ? 'fault' : 'bad';
  };
  return new Trouble(kind(), code, message, wait, asked);
}
