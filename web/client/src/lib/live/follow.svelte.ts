// The followed driver of a track: remembered by this browser, and in the address so that a link shows the same.
// Ids hold for one session only; in the next one the driver is known by number and name.
import type { Board, Row } from '../feed/board.types';
import { object, text } from '../feed/readers';
import { remember, remembered } from '../persisted';

export interface Followed {
  session: string;
  id: string;
  number: string;
  name: string;
}

const followed = object<Followed>({ session: text, id: text, number: text, name: text });

/** The row of the followed driver, null when he is not on the board. */
export function findFollowed(board: Board, wanted: Followed): Row | null {
  const same = (row: Row): boolean => row.number === wanted.number && row.name === wanted.name;
  if (board.session?.id === wanted.session) return board.rows.find((row) => row.id === wanted.id) ?? null;
  return board.rows.find(same) ?? null;
}

export class Follow {
  wanted = $state.raw<Followed | null>(null);

  constructor(private readonly track: string) {
    this.wanted = remembered(`follow.${track}`, followed);
  }

  rowOf(board: Board): Row | null {
    return this.wanted && findFollowed(board, this.wanted);
  }

  /** A link names a row of the session that runs. */
  followId(board: Board, id: string): void {
    const row = board.rows.find((candidate) => candidate.id === id);
    if (row && this.rowOf(board)?.id !== id) this.toggle(board, row);
  }

  toggle(board: Board, row: Row): void {
    const unfollow = this.rowOf(board)?.id === row.id;
    this.wanted = unfollow ? null : { session: board.session?.id ?? '', id: row.id, number: row.number, name: row.name };
    remember(`follow.${this.track}`, this.wanted);
  }
}

export interface Neighbours {
  ahead: Row | null;
  behind: Row | null;
}

export function neighboursOf(board: Board, row: Row): Neighbours {
  const place = board.rows.findIndex((candidate) => candidate.id === row.id);
  return { ahead: board.rows[place - 1] ?? null, behind: board.rows[place + 1] ?? null };
}
