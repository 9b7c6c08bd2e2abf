// What the charter asks of a member now.
import type { CharterOfResult, MyCharterResult } from '$lib/made/operations/charter';

export type CharterText = NonNullable<CharterOfResult['charterVersion']>;

export interface Standing {
  member: string;
  /** The version that is to be read: the newest one that was asked for, or the one in force. */
  version: number;
  /** Whether it is still to be accepted. */
  asks: boolean;
  /** The version that was accepted last; null for none. */
  accepted: number | null;
  acceptedAt: string | null;
  /** Until when having accepted the version before is enough; null when it is not. */
  until: string | null;
}

/** Where a member stands; null for whoever is no member, and where there is no charter. */
export function standingOf(answer: MyCharterResult, now = Date.now()): Standing | null {
  const [member, inForce] = [answer.members.nodes[0], answer.charterInForce];
  const version = member?.charterToAccept ?? inForce?.number;
  if (!member || !version) return null;
  const good = member.charterLapsed ? null : member.charterVersion;
  const until = good === null ? null : (member.charterToAcceptUntil ?? inForce?.graceUntil ?? null);
  return {
    member: member.id,
    version,
    asks: (good ?? 0) < version,
    accepted: member.charterVersion,
    acceptedAt: member.charterAcceptedAt,
    until: until !== null && new Date(until).getTime() > now ? until : null
  };
}
