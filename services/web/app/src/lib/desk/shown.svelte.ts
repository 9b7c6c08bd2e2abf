// What somebody pointed at on the board: the next visit begins with it.

/** Codes of needs. */
export const pointedAt = $state<{ codes: string[] }>({ codes: [] });
