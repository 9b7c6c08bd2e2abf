// Whether a note seems to hold a telephone number or an e-mail address. The server looks again, and for names of those
// who work here too; here it is looked while somebody writes, also without a line. Rather too often than too rarely.

/** What the server asks about before it takes a note. */
export const ASKED: readonly string[] = ['NOTE_CONTAINS_CONTACT', 'NOTE_MAY_NAME_SOMEBODY'];

const EMAIL = /[\p{L}\p{N}]\S*@[\p{L}\p{N}]\S*\.[a-z0-9]{2,}/iu;
/** Digits in any script, with what people put between them. */
const NUMBER = /[+\p{Nd}][\p{Nd}\s./()-]{6,}\p{Nd}/gu;
const DATE = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/g;

export function holdsContact(text: string): boolean {
  if (EMAIL.test(text)) return true;
  return (text.replace(DATE, ',').match(NUMBER) ?? []).some((run) => (run.match(/\p{Nd}/gu) ?? []).length >= 8);
}
