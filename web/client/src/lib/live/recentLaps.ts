// The last laps of every entrant, as far as this page has seen them arrive: for the average beside the followed driver.
import type { Board } from '../feed/board.types';

const kept_max = 5;

export interface LapsAverage {
  laps: number;
  average_us: number;
}

export class RecentLaps {
  private session: string | null = null;
  private laps = new Map<string, { upTo: number; times_us: number[] }>();

  see(board: Board): void {
    const session = board.session?.id ?? null;
    if (session !== this.session) {
      this.session = session;
      this.laps.clear();
    }
    for (const row of board.rows) {
      const known = this.laps.get(row.id);
      if (known?.upTo === row.laps || row.last_us === null) continue;
      // Only the lap after the last one seen goes on with the row of laps; anything else begins it anew.
      const earlier = known !== undefined && row.laps === known.upTo + 1 ? known.times_us : [];
      this.laps.set(row.id, { upTo: row.laps, times_us: [...earlier, row.last_us].slice(-kept_max) });
    }
  }

  averageOf(id: string): LapsAverage | null {
    const times_us = this.laps.get(id)?.times_us ?? [];
    if (times_us.length < 2) return null;
    return { laps: times_us.length, average_us: Math.floor(times_us.reduce((sum, time) => sum + time, 0) / times_us.length) };
  }
}
