import { desk } from '$lib/desk/desk.svelte';
import { openAt } from '$lib/desk/open';
import { outbox } from '$lib/outbox/outbox.svelte';
import { to, type Page } from '$lib/parts/page';
import { status } from '$lib/parts/status.svelte';
import type { Groups } from '$lib/text';

/** Opens the desk where this device works; says how it went, and whether one can go on. */
export async function openDesk(page: Page, t: Groups['visit']): Promise<boolean> {
  const site = desk.site;
  if (!site) return false;
  // A colleague may have opened it since; without a line it is opened for this device.
  await desk.look().catch(() => undefined);
  if (desk.session) {
    status.say(t.deskOpened);
    return true;
  }
  const how = await openAt(site, null, null);
  if (how.kind === 'done' || how.kind === 'waiting') {
    status.say(t.deskOpened, how.kind === 'done' ? 'done' : 'waiting');
    return true;
  }
  if (how.kind === 'refused') {
    // An exceptional day asks for a reason: that is the screen of the desk.
    await outbox.withdraw(how.commandId);
    status.say(how.message, 'refused', [{ words: page.core.screenDesk, href: to(page, 'desk') }]);
  } else status.say(page.core.deviceUnable, 'refused');
  return false;
}
