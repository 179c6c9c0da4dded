// Snapshot + delta = the next board. Pure: rows that a delta does not name keep their identity, so that nothing of them is drawn again.
import type { Board, Delta, Row } from './board.types';

function mergeRows(before: Row[], delta: Delta): Row[] {
  if (!delta.rows && !delta.removed) return before;
  const byId = new Map(before.map((row) => [row.id, row]));
  for (const id of delta.removed ?? []) byId.delete(id);
  for (const row of delta.rows ?? []) byId.set(row.id, row);
  return [...byId.values()].sort((a, b) => a.position - b.position);
}

export function applyDelta(board: Board, delta: Delta): Board {
  return {
    session: delta.session === undefined ? board.session : delta.session,
    clock: delta.clock ?? board.clock,
    flag: delta.flag ?? board.flag,
    ...((delta.show ?? board.show) && { show: delta.show ?? board.show }),
    rows: mergeRows(board.rows, delta),
    messages: delta.messages ?? board.messages,
  };
}

/** Who crossed the line between two boards of one session: the time of the last crossing, or the laps, are not what they were. */
export function crossedBetween(before: Board, after: Board): string[] {
  if (before.session?.id !== after.session?.id || before.rows === after.rows) return [];
  const earlier = new Map(before.rows.map((row) => [row.id, row]));
  const crossed = (row: Row): boolean => {
    const was = earlier.get(row.id);
    return was !== undefined && was !== row && (row.laps > was.laps || (row.total_us !== null && row.total_us !== was.total_us));
  };
  return after.rows.filter(crossed).map((row) => row.id);
}
