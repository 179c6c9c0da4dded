// The page's now: one timer for clocks and ages.

/** A second must not be skipped, and tenths of the age may: five times a second. */
const tick_ms = 200;

export class Ticker {
  now_ms = $state(Date.now());

  /** Starts ticking; returns the way to stop. */
  start(): () => void {
    const timer = setInterval(() => (this.now_ms = Date.now()), tick_ms);
    return () => clearInterval(timer);
  }
}
