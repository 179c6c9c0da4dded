// Small boards and messages for the rules' tests.
import type { Board, Clock, Delta, Row, Snapshot } from '../../src/lib/feed/board.types';

export function row(id: string, position: number, over: Partial<Row> = {}): Row {
  return {
    id, position, number: String(position), name: `Driver ${position}`, transponder: 1000 + position, laps: 0, last_us: null, best_us: null, best_lap: null,
    total_us: null, gap: { us: null, laps: null }, interval: { us: null, laps: null }, sectors: [], pits: 0, state: 'running', ...over,
  };
}

export function clock(over: Partial<Clock> = {}): Clock {
  return { elapsed_us: 0, remaining_us: 600_000_000, laps_done: 0, laps_total: null, runs: true, as_of_ms: 1_000_000, ...over };
}

export function board(rows: Row[], over: Partial<Board> = {}): Board {
  return { session: { id: 'ses_1', name: 'Heat 1', kind: 'race', rank: 'laps', state: 'running' }, clock: clock(), flag: 'green', rows, messages: [], ...over };
}

export function snapshot(seq: number, of: Board, stream = 's'): Snapshot {
  return { type: 'snapshot', seq, stream, board: of };
}

export function delta(seq: number, of: Omit<Delta, 'type' | 'seq'>): Delta {
  return { type: 'delta', seq, ...of };
}

/** One of everything that the schema describes. */
export const fullSnapshot: Snapshot = snapshot(
  7,
  board(
    [
      row('ent_1', 1, {
        laps: 3, last_us: 43_812_345, best_us: 43_700_001, best_lap: 2, total_us: 131_000_000, gap: { us: 0, laps: 0 }, interval: { us: 0, laps: 0 },
        sectors: [{ sector: 1, last_us: 14_000_000, best_us: null }], pits: 1, state: 'in_pit',
      }),
      row('ent_2', 2, { gap: { us: null, laps: 1 }, interval: { us: 1_204_000, laps: 0 } }),
      row('ent_1000000001', 3, { number: '', name: 'Unknown 310045881', transponder: 310_045_881, state: 'dns' }),
    ],
    { messages: [{ id: 1, at_ms: 5, kind: 'warning', number: '7', text: 'track limits' }] },
  ),
);

export const fullDelta: Delta = delta(8, {
  rows: [row('ent_2', 1, { laps: 4 })], removed: ['ent_1'], session: null, clock: clock({ runs: false }), flag: 'chequered',
  messages: [{ id: 2, at_ms: 6, kind: 'flag', number: null, text: 'Finish' }],
});
