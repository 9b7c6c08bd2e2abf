// What is said once an act has an end: done, waiting, refused in the server's words, or not kept.
import { outbox, type Recorded } from '$lib/outbox/outbox.svelte';
import type { Page } from './page';
import { status, type Act } from './status.svelte';

/** Says how an act ends, once it has; answers whether it was taken. Its sentences are read from the screen before the
 * act is sent: whoever goes on at once has left the screen by then. */
export const told = async (page: Page, sent: Promise<Recorded>, words: string, later: string, acts: Act[] = []): Promise<boolean> =>
  tell(page, await sent, words, later, acts);

/** Says how an act ended; answers whether it was taken. */
export function tell(page: Page, how: Recorded, words: string, later: string, acts: Act[] = []): boolean {
  switch (how.kind) {
    case 'done':
      status.say(words, 'done', acts);
      return true;
    case 'waiting':
      status.say(outbox.held ? page.core.kept : later, 'waiting', acts);
      return true;
    case 'refused':
      status.say(how.message || page.core.refused, 'refused');
      return false;
    case 'notKept':
      status.say(how.why === 'full' ? page.core.deviceFull : page.core.deviceUnable, 'refused');
      return false;
  }
}
