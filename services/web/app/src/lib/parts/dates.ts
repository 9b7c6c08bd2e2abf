// Dates and times as people write them.
import { tag, type Page } from './page';

type Style = 'time' | 'day' | 'date' | 'moment' | 'month';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' }
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date in the words of the page. A date without a time is that day everywhere. */
export function shown(page: Page, at: string | number | Date, style: Style, timeZone?: string): string {
  const dayOnly = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
  const zone = dayOnly ? 'UTC' : timeZone;
  const key = `${tag(page)} ${style} ${zone ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(tag(page), zone ? { ...STYLES[style], timeZone: zone } : STYLES[style]);
    formats.set(key, format);
  }
  const parts = format.formatToParts(new Date(at));
  return parts.map((part) => (part.type === 'day' ? dayOf(page, part.value) : part.value)).join('');
}

/** French counts the first of a month, and no other day. */
const dayOf = (page: Page, day: string): string => (page.lang === 'fr' && day === '1' ? '1er' : day);

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60]
];

/** How long ago, or in how long: "3 days ago". */
export function ago(page: Page, at: string | number | Date, now = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const words = new Intl.RelativeTimeFormat(tag(page), { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  // "Now", not "this minute".
  return words.format(0, 'second');
}

/** A number as it is written in the language of the page. */
export const counted = (page: Page, value: number): string => new Intl.NumberFormat(tag(page)).format(value);
