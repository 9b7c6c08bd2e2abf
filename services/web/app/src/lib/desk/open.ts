// Opening the desk: an exceptional day says why. Without a line it is open for this device.
import { OpenSession } from '$lib/made/operations/desk-acts';
import { newId } from '$lib/client/ids';
import { session } from '$lib/client/session.svelte';
import type { Site } from '$lib/client/start';
import { outbox, type Recorded } from '$lib/outbox/outbox.svelte';
import { today } from '$lib/parts/today';
import { desk } from './desk.svelte';

export type Reason = 'ANNUAL_LEAVE' | 'COMMUNITY_EVENT' | 'DEMAND' | 'EMERGENCY' | 'OTHER' | 'PUBLIC_HOLIDAY';

/** Opens a session at a site, planned or not. */
export async function openAt(site: Site, planned: string | null, reason: Reason | null): Promise<Recorded> {
  const id = planned ?? newId();
  const languages = site.languages.length ? site.languages : [{ language: 'und', mode: 'DIRECT' as const }];
  const hosts = session.known ? [session.known.account] : [];
  const how = await outbox.record(
    OpenSession,
    { commandId: newId(), id, occurredAt: new Date().toISOString(), input: { site: site.id, hosts, languages, exceptionalOpening: reason } },
    { what: 'openSession', name: site.name }
  );
  if (how.kind === 'done' || how.kind === 'waiting') desk.keep({ site: site.id, session: id, day: today() });
  return how;
}
