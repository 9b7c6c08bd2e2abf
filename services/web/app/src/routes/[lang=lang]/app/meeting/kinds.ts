import type { MemberNamesResult, OneMeetingResult } from '$lib/made/operations/meetings';

export type Gathering = NonNullable<OneMeetingResult['meeting']>;
export type Commitment = OneMeetingResult['commitments']['nodes'][number];
export type MemberName = MemberNamesResult['members']['nodes'][number];
