// One picture for each need, everywhere.
import { NEEDS } from './tiles';

/** The picture of a need: its own tile, or that of its family. */
export function iconOf(code: string): string {
  const own = NEEDS.find((tile) => tile.value === code);
  const family = NEEDS.find((tile) => tile.value.slice(0, 3) === code.slice(0, 3));
  const FAMILIES: Record<string, string> = { LNG: 'languages', DIG: 'tablet', WRK: 'building', MOB: 'footprints', NET: 'handshake' };
  return own?.icon ?? family?.icon ?? FAMILIES[code.slice(0, 3)] ?? 'circle-help';
}
