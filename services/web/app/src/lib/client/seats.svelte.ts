// Seats at meetings that are kept for whoever is in, where no member says whose they are: an account that is no member
// keeps a seat without a name, and only its own device knows which one.
import { keep, recall } from './kept';
import { session } from './session.svelte';

const NAME = 'seats';

class Seats {
  ids = $state.raw<readonly string[]>([]);

  /** Reads what this device knows. */
  async begin(): Promise<void> {
    const account = session.known?.account;
    this.ids = account ? ((await recall<string[]>(account, NAME))?.answer ?? []) : [];
  }

  async add(id: string): Promise<void> {
    await this.#set([...this.ids, id]);
  }

  async remove(id: string): Promise<void> {
    await this.#set(this.ids.filter((one) => one !== id));
  }

  async #set(ids: readonly string[]): Promise<void> {
    this.ids = ids;
    const account = session.known?.account;
    if (account) await keep(account, NAME, ids);
  }
}

export const seats = new Seats();
