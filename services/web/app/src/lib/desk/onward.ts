// After going on from a visit: what was asked is said, and the desk is ready for the next person.
import { goto } from '$app/navigation';
import type { Recorded } from '$lib/outbox/outbox.svelte';
import { to, type Page } from '$lib/parts/page';
import { tell } from '$lib/parts/tell';
import { goOnFrom } from './visit';

/** Says how it ends, once it has; when it was taken, goes back to the desk first. Beside it stands the way back: what
 * has arrived is taken back on its path, with a reason; what waits is taken out of what waits. */
export async function wentOn(page: Page, sent: Promise<Recorded>, words: string, later: string, back: { words: string; case: string }): Promise<void> {
  const how = await sent;
  if (how.kind === 'done' || how.kind === 'waiting') {
    goOnFrom(null);
    await goto(to(page, 'visit'));
  }
  const href = how.kind === 'done' ? `${to(page, 'path')}#case=${back.case}` : to(page, 'waiting');
  tell(page, how, words, later, [{ words: back.words, href }]);
}
