// One at a time among the tabs of this device: sending what waits, and changing who is in.

const LOCK = 'entraide.outbox';
/** Nobody holds it longer than one question and the next may take; a tab that does is frozen. */
const FROZEN = 60_000;

/** Does something while no other tab does. From a tab that froze with its turn it is taken: an act sent twice is done
 * once. What must not happen beside another says `orElse`, which is its answer then. */
export async function alone<T>(act: () => Promise<T>, orElse?: () => T): Promise<T> {
  // A browser without locks sends from every tab: the server does each act once.
  if (!navigator.locks) return act();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), FROZEN);
  try {
    return await navigator.locks.request(LOCK, { signal: patience.signal }, () => {
      clearTimeout(timer);
      return act();
    });
  } catch (error) {
    if (!patience.signal.aborted) throw error;
    return orElse ? orElse() : navigator.locks.request(LOCK, { steal: true }, act);
  }
}
