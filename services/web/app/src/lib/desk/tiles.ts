// The nine needs and three outcomes of the desk: one picture for each, everywhere. A tile stands for the most
// common code of the taxonomy behind its word; a finer one can be chosen afterwards.
import type { Groups } from '$lib/text';

type Word = { [K in keyof Groups['visit']]: Groups['visit'][K] extends string ? K : never }[keyof Groups['visit']];

export interface Tile<Value extends string> {
  value: Value;
  icon: string;
  /** Its word: a message of the group `visit`. */
  word: Word;
}

export const NEEDS: readonly Tile<string>[] = [
  { value: 'HOU.FIND', icon: 'house', word: 'needHousing' },
  { value: 'HEA.CARE', icon: 'stethoscope', word: 'needHealth' },
  { value: 'HEA.AMU', icon: 'id-card', word: 'needCard' },
  { value: 'ADM.FORM', icon: 'file-text', word: 'needPapers' },
  { value: 'MON.INCOME', icon: 'hand-coins', word: 'needMoney' },
  { value: 'MAT.FOOD', icon: 'utensils', word: 'needFood' },
  { value: 'FAM.PARENT', icon: 'users', word: 'needFamily' },
  { value: 'FAM.VIOL', icon: 'shield-alert', word: 'needSafety' },
  { value: 'PSY.LISTEN', icon: 'message-circle', word: 'needTalk' }
];

export type Answer = 'INFORMED' | 'ORIENTED' | 'NETWORK';

export const OUTCOMES: readonly Tile<Answer>[] = [
  { value: 'INFORMED', icon: 'info', word: 'outcomeInformed' },
  { value: 'ORIENTED', icon: 'signpost', word: 'outcomeOriented' },
  { value: 'NETWORK', icon: 'handshake', word: 'outcomeNetwork' }
];
