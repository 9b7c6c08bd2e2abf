// Whether there is a line to the server, as far as one can know: what the browser says, and how the last
// question went.

class Line {
  /** Whether the last thing known is that the server answers. */
  open = $state(true);
  #listeners = new Set<() => void>();

  constructor() {
    if (typeof window === 'undefined') return;
    this.open = navigator.onLine;
    window.addEventListener('online', () => this.back());
    window.addEventListener('offline', () => this.lost());
  }

  /** Something is called whenever there may be a line again. */
  onBack(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An answer came. */
  answered(): void {
    const was = this.open;
    this.open = true;
    if (!was) this.back();
  }

  /** No answer came. */
  lost(): void {
    this.open = false;
  }

  /** The browser says that there is a line: whoever waits tries. */
  back(): void {
    this.open = navigator.onLine;
    for (const listener of this.#listeners) listener();
  }
}

export const line = new Line();
