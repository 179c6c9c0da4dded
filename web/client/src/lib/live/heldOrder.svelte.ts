// While a mouse is at work on the rows they keep their places, so that a click meets the row it was meant for.
// A pointer that only rests there holds nothing: the order goes on after `hold_ms`.
import type { Row } from '../feed/board.types';

const hold_ms = 2_000;

export class HeldOrder {
  private touchedAt_ms = $state(-Infinity);
  private order = $state.raw<string[]>([]);

  /** The pointer moved over the rows that are shown now. */
  touch(shown: Row[], now_ms: number): void {
    if (!this.isHeld(now_ms)) this.order = shown.map((row) => row.id);
    this.touchedAt_ms = now_ms;
  }

  release(): void {
    this.touchedAt_ms = -Infinity;
  }

  isHeld(now_ms: number): boolean {
    return now_ms - this.touchedAt_ms < hold_ms;
  }

  /** The rows in the order they are to be shown: as held, newcomers last. */
  arrange(rows: Row[], now_ms: number): Row[] {
    if (!this.isHeld(now_ms)) return rows;
    const place = new Map(this.order.map((id, index) => [id, index]));
    return [...rows].sort((a, b) => (place.get(a.id) ?? rows.length) - (place.get(b.id) ?? rows.length));
  }
}
