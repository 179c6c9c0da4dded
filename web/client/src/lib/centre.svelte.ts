// The tracks of the centre, asked for until the server answers.
import { fetchTracks, type Track } from './feed/tracks';
import { reconnectWait_ms } from './live/reconnect';

export class Centre {
  tracks = $state.raw<Track[] | null>(null);
  serverDate = $state.raw<{ server_ms: number; here_ms: number } | null>(null);
  retryAt_ms = $state<number | null>(null);

  private failures = 0;

  /** Asks, and asks again; returns the way to stop. */
  start(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async (): Promise<void> => {
      if (stopped || (await this.ask())) return;
      const wait_ms = reconnectWait_ms(this.failures, Math.random());
      this.failures += 1;
      this.retryAt_ms = Date.now() + wait_ms;
      timer = setTimeout(ask, wait_ms);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }

  private async ask(): Promise<boolean> {
    this.retryAt_ms = null;
    try {
      const { tracks, serverTime_ms } = await fetchTracks();
      if (serverTime_ms !== null) this.serverDate = { server_ms: serverTime_ms, here_ms: Date.now() };
      this.tracks = tracks;
      return true;
    } catch (error) {
      console.warn(`tracks: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}
