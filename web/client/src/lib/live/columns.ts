// Which columns a board has: by kind of session, by what its rows hold and by the room there is.
import { breakpoint } from '../../../../look/tokens.json';
import type { Board, Row, Session } from '../feed/board.types';

/** phone: two-line rows. tablet: one line. desktop: beside the panel. wide: with sectors and interval. */
export type Layout = 'phone' | 'tablet' | 'desktop' | 'wide';

export function layoutOf(width_px: number): Layout {
  if (width_px < breakpoint.tablet) return 'phone';
  if (width_px < breakpoint.desktop) return 'tablet';
  return width_px < breakpoint['control-compact'] ? 'desktop' : 'wide';
}

export interface Columns {
  /** Numbers of the sectors, from 1. */
  sectors: number[];
  interval: boolean;
  pits: boolean;
}

/** Ranked by a lap time: gaps are differences of laps. Otherwise they are distances on the track. */
export function ranksByLap(session: Session | null): boolean {
  return session === null || session.rank === 'best_lap' || session.rank === 'average_lap';
}

/** More sectors than this do not fit; the first ones are shown. */
const sectors_shown_max = 3;

function sectorsOf(rows: Row[]): number[] {
  const numbers = new Set(rows.flatMap((row) => row.sectors.map((sector) => sector.sector)));
  return [...numbers].sort((a, b) => a - b).slice(0, sectors_shown_max);
}

export function columnsOf(board: Board, layout: Layout): Columns {
  return {
    sectors: layout === 'wide' ? sectorsOf(board.rows) : [],
    interval: layout === 'wide',
    pits: board.session?.kind === 'endurance' || board.rows.some((row) => row.pits > 0),
  };
}

/** Rows that are no longer in the ranking's fight: their position is a dash. */
export function isOut(row: Row): boolean {
  switch (row.state) {
    case 'retired':
    case 'dns':
    case 'dnf':
    case 'dsq':
    case 'dnq':
      return true;
    case 'running':
    case 'in_pit':
    case 'finished':
    case 'guest':
      return false;
  }
}

/** A transponder that nobody has: no number, and a name made of its digits. */
export function isUnknown(row: Row): boolean {
  return row.number === '' && row.transponder !== null;
}

/** A row that is not simply on the track says what it does; that it is finished only while others are not. */
export function hasChip(row: Row, over: boolean): boolean {
  return row.state !== 'running' && !(over && row.state === 'finished');
}
