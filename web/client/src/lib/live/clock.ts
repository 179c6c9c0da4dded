// The session's clock as a page shows it: ticked here from the moment the server said it was so.
import type { Board, Clock } from '../feed/board.types';

export type ClockKind = 'remaining' | 'elapsed' | 'none';
export type ClockNote = 'to_go' | 'elapsed' | 'last_minutes' | 'stopped' | 'not_started' | 'finished' | 'none';

export interface ClockFace {
  kind: ClockKind;
  time_us: number | null;
  note: ClockNote;
}

const last_minutes_us = 120_000_000;

/** Time that has passed on a clock since it was told, 0 while it stands. */
function since_us(clock: Clock, serverNow_ms: number): number {
  return clock.runs ? Math.max(0, serverNow_ms - clock.as_of_ms) * 1000 : 0;
}

function noteOf(board: Board, remaining_us: number | null): ClockNote {
  const state = board.session?.state;
  if (state === undefined) return 'none';
  if (state === 'waiting') return 'not_started';
  if (state === 'finished') return 'finished';
  if (!board.clock.runs) return 'stopped';
  if (remaining_us === null) return 'elapsed';
  return remaining_us < last_minutes_us ? 'last_minutes' : 'to_go';
}

export function clockFace(board: Board, serverNow_ms: number): ClockFace {
  const { clock } = board;
  const passed_us = since_us(clock, serverNow_ms);
  if (clock.remaining_us !== null) {
    const time_us = Math.max(0, clock.remaining_us - passed_us);
    return { kind: 'remaining', time_us, note: noteOf(board, time_us) };
  }
  if (clock.elapsed_us !== null) return { kind: 'elapsed', time_us: clock.elapsed_us + passed_us, note: noteOf(board, null) };
  return { kind: 'none', time_us: null, note: noteOf(board, null) };
}
