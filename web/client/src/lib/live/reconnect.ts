// How long to wait before the next try. After a restart a thousand pages lose their socket at the same moment:
// each waits a random 3 to 8 s at first, then longer, and never more than half a minute.

const wait_min_ms = 3_000;
const wait_spread_ms = 5_000;
const wait_max_ms = 30_000;

/** @param failures tries that failed since data last came, from 0. @param chance in [0, 1) */
export function reconnectWait_ms(failures: number, chance: number): number {
  const growth = 2 ** Math.min(failures, 10);
  const least = Math.min(wait_min_ms * growth, wait_max_ms / 2);
  const most = Math.min((wait_min_ms + wait_spread_ms) * growth, wait_max_ms);
  return least + (most - least) * chance;
}
