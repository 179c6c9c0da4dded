// The board a page shows: takes the feed's messages in order and says what to do when one is missing.
import { SvelteMap } from 'svelte/reactivity';
import type { Board, FeedMessage, Snapshot } from '../feed/board.types';
import { applyDelta, crossedBetween } from '../feed/merge';
import { RecentLaps, type LapsAverage } from './recentLaps';

/** applied: the board is new. old: known already. missed: one in between is lost, a snapshot is needed. */
export type Taken = 'applied' | 'old' | 'missed';

export class LiveBoard {
  /** Replaced, never changed in place. */
  board = $state.raw<Board | null>(null);
  /** How often each row has crossed the line while the page was open: a change lightens the row. */
  readonly crossings = new SvelteMap<string, number>();

  private stream: string | null = null;
  private seq = -1;
  private readonly recent = new RecentLaps();

  /** What to resume from after a lost connection; null before the first snapshot. */
  get resume(): { stream: string; since: number } | null {
    return this.stream === null ? null : { stream: this.stream, since: this.seq };
  }

  take(message: FeedMessage): Taken {
    if (message.type === 'snapshot') return this.takeSnapshot(message);
    if (this.board === null || message.seq > this.seq + 1) return 'missed';
    if (message.seq <= this.seq) return 'old';
    this.seq = message.seq;
    this.show(applyDelta(this.board, message));
    return 'applied';
  }

  averageOf(id: string): LapsAverage | null {
    return this.board && this.recent.averageOf(id);
  }

  private takeSnapshot(message: Snapshot): Taken {
    // An answer that was overtaken by deltas of the same stream would turn the board back.
    if (message.stream === this.stream && message.seq < this.seq) return 'old';
    this.stream = message.stream;
    this.seq = message.seq;
    this.show({ ...message.board, rows: [...message.board.rows].sort((a, b) => a.position - b.position) });
    return 'applied';
  }

  private show(next: Board): void {
    if (this.board) {
      if (this.board.session?.id !== next.session?.id) this.crossings.clear();
      for (const id of crossedBetween(this.board, next)) this.crossings.set(id, (this.crossings.get(id) ?? 0) + 1);
    }
    this.recent.see(next);
    this.board = next;
  }
}
