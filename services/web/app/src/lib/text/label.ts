// Labels of values and of stable codes.

/** The label of a value of an enumeration; one that is newer than this app shows as its code. */
export function label(words: object, type: string, value: string): string {
  const said = (words as Record<string, unknown>)[`${type}_${value}`];
  return typeof said === 'string' ? said : `? (${value})`;
}

/** The value of an enumeration behind a stable code: `underReview` is `UNDER_REVIEW`. */
export const valueOf = (code: string): string => code.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
