// Which times carry a mark. P: best of all, on one row only. G: an own best, at the moment it is set.
import type { Row } from '../feed/board.types';

export type Mark = 'overall' | 'personal' | null;

/** Best laps compare at a millisecond, cut off. */
const ms = (time_us: number): number => Math.floor(time_us / 1000);

/** The id of the row with the best lap of all; of equal ones the one ranked first. null: no lap yet. */
export function bestOfAll(rows: Row[]): string | null {
  let best: Row | null = null;
  for (const row of rows) {
    if (row.best_us !== null && (best === null || ms(row.best_us) < ms(best.best_us ?? Infinity))) best = row;
  }
  return best?.id ?? null;
}

/** Was the last lap the best one? */
function lastIsBest(row: Row): boolean {
  return row.last_us !== null && row.best_lap !== null && row.best_lap === row.laps;
}

export function lastMark(row: Row, overallId: string | null): Mark {
  if (!lastIsBest(row)) return null;
  return row.id === overallId ? 'overall' : 'personal';
}

/** @param showsOwnBest where Best stands alone (a phone in practice), it carries the G that Last would have. */
export function bestMark(row: Row, overallId: string | null, showsOwnBest: boolean): Mark {
  if (row.best_us !== null && row.id === overallId) return 'overall';
  return showsOwnBest && lastIsBest(row) ? 'personal' : null;
}
