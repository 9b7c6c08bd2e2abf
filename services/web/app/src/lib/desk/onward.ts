// After going on from a visit: what was asked is said, and the desk is ready for the next person.
import { goto } from '$app/navigation';
import type { Recorded } from '$lib/outbox/outbox.svelte';
import { to, type Page } from '$lib/parts/page';
import { tell } from '$lib/parts/tell';
import { goOnFrom } from './visit';

/** Says how it ends, once it has; when it was taken, goes back to the desk first. */
export async function wentOn(page: Page, sent: Promise<Recorded>, words: string, later: string): Promise<void> {
  const how = await sent;
  if (how.kind === 'done' || how.kind === 'waiting') {
    goOnFrom(null);
    await goto(to(page, 'visit'));
  }
  tell(page, how, words, later);
}
