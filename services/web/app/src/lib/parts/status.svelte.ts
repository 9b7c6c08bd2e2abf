// The sentence at the bottom, next to the thumb: what has just happened, and what can be done about it.

export type Tone = 'done' | 'waiting' | 'refused';

export interface Act {
  words: string;
  icon?: string;
  /** Where it leads, or what it does. */
  href?: string;
  run?: () => void | Promise<void>;
}

class Status {
  words = $state('');
  tone = $state<Tone>('done');
  acts = $state.raw<Act[]>([]);
  /** Goes up with every sentence, so that the same one is read out again. */
  turn = $state(0);

  say(words: string, tone: Tone = 'done', acts: Act[] = []): void {
    this.words = words;
    this.tone = tone;
    this.acts = acts;
    this.turn += 1;
  }

  clear(): void {
    this.words = '';
    this.acts = [];
  }
}

export const status = new Status();
