// What time is it at the server? A phone's clock may be wrong, and a board's clock says when it was so in the server's time.
// A delta is sent at the moment of its change: this page's time minus its as_of_ms is the offset plus the way, and the least of them
// is the best guess. A snapshot's clock may be old, so it only bounds the offset from above; the Date of an HTTP answer (whole
// seconds) serves until a delta has come.

/** Date has whole seconds and the answer took its way: a smaller difference tells nothing. */
const date_trust_ms = 2_000;
/** A page's clock may be set while it is open: after so many deltas the least is sought anew. */
const samples_max = 200;

export class ServerTime {
  private offset_ms = 0;
  private samples = 0;

  now_ms(here_ms: number): number {
    return here_ms - this.offset_ms;
  }

  seenInDelta(as_of_ms: number, here_ms: number): void {
    const offset_ms = here_ms - as_of_ms;
    if (this.samples === 0 || this.samples >= samples_max || offset_ms < this.offset_ms) this.offset_ms = offset_ms;
    this.samples = this.samples >= samples_max ? 1 : this.samples + 1;
  }

  seenInSnapshot(as_of_ms: number, here_ms: number): void {
    this.offset_ms = Math.min(this.offset_ms, here_ms - as_of_ms);
  }

  seenInDate(date_ms: number, here_ms: number): void {
    const offset_ms = here_ms - (date_ms + 500);
    if (this.samples === 0 && Math.abs(offset_ms) > date_trust_ms) this.offset_ms = offset_ms;
  }
}
