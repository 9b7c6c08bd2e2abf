// What is asked once somebody has a role: the role by name, and the sites.
import { Start, type StartResult } from '$lib/made/operations/start';
import { ask } from './ask';
import { keep, recall } from './kept';
import { session } from './session.svelte';
import { Trouble } from './trouble';

export type Site = StartResult['sites']['nodes'][number];

const SCREEN = 'start';

/** Asks for the role and the sites, and keeps both for work without a line. */
export async function begin(): Promise<StartResult> {
  try {
    const started = await ask(Start, {});
    const zone = started.sites.nodes[0]?.hours.timeZone ?? '';
    session.change({ role: started.me.role, region: zone.startsWith('America/') ? 'CA' : 'BE', state: 'in' });
    if (session.known) await keep(session.known.account, SCREEN, started);
    return started;
  } catch (error) {
    if (error instanceof Trouble) session.met(error);
    throw error;
  }
}

/** The sites as last known; asked for when nothing is kept. */
export async function sites(): Promise<Site[]> {
  const account = session.known?.account;
  const kept = account ? await recall<StartResult>(account, SCREEN) : null;
  return (kept?.answer ?? (await begin())).sites.nodes;
}
