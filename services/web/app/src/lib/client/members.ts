// The members by name: all of them, however many they are. A volunteer and a member are given nobody but themselves.
import { MemberNames, type MemberNamesResult, type MemberNamesVariables } from '$lib/made/operations/meetings';
import { Pages } from './pages.svelte';

type Member = MemberNamesResult['members']['nodes'][number];

/** Names are never kept on the device. */
export const memberNames = (): Pages<MemberNamesResult, MemberNamesVariables, Member> =>
  new Pages(MemberNames, {
    rows: (answer) => answer.members,
    holding: (answer, members) => ({ ...answer, members }),
    size: Infinity,
    key: (member) => member.id
  });
