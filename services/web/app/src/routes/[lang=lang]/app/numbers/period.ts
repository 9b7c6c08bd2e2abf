export type Span = 'month' | 'last' | 'year' | 'all';

/** From when until when; nothing for always. */
export function periodOf(span: Span, now: Date): { from: string; until: string | null } | null {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  switch (span) {
    case 'month':
      return { from: new Date(year, month, 1).toISOString(), until: null };
    case 'last':
      return { from: new Date(year, month - 1, 1).toISOString(), until: new Date(year, month, 1).toISOString() };
    case 'year':
      return { from: new Date(year, 0, 1).toISOString(), until: null };
    case 'all':
      return null;
  }
}

/** Rows as a table program reads them; a cell that would be a formula there is made text. */
export function csv(rows: string[][]): string {
  const cell = (text: string): string => `"${text.replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
