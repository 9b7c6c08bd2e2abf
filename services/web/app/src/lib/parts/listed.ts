// Several words one after the other.
import type { Page } from './page';

/** With the comma of the language. */
export const listed = (page: Page, words: readonly string[]): string => words.join(page.lang === 'ar' ? '، ' : ', ');
