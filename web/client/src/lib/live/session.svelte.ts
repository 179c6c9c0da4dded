// A live page's one connection to a track: socket, board and the server's time, put together. Views read `board` and `freshness`.
import type { FeedMessage } from '../feed/board.types';
import { parseMessage } from '../feed/parse';
import { LiveBoard } from './board.svelte';
import { Connection, type Socket } from './connection.svelte';
import { ServerTime } from './serverTime';

/** first: no board yet. live: the stream moves. lost: no connection, or silence; old values stay on the page. */
export type Freshness = 'first' | 'live' | 'lost';

function feedAddress(track: string, resume: { stream: string; since: number } | null): string {
  const address = new URL(`/api/v1/tracks/${encodeURIComponent(track)}/live`, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  if (resume) {
    address.searchParams.set('stream', resume.stream);
    address.searchParams.set('since', String(resume.since));
  }
  return address.href;
}

export class LiveSession {
  readonly live = new LiveBoard();
  readonly connection: Connection;
  readonly serverTime = new ServerTime();

  constructor(track: string, open: (address: string) => Socket = (address) => new WebSocket(address)) {
    this.connection = new Connection({
      open: () => open(feedAddress(track, this.live.resume)),
      onText: (text) => this.hear(text),
    });
  }

  /** Connects, and follows what the browser says of network and page; returns the way to stop. */
  start(): () => void {
    const back = (): void => {
      if (document.visibilityState === 'visible') this.connection.retryNow();
    };
    addEventListener('online', back);
    addEventListener('pageshow', back);
    document.addEventListener('visibilitychange', back);
    this.connection.start();
    return () => {
      removeEventListener('online', back);
      removeEventListener('pageshow', back);
      document.removeEventListener('visibilitychange', back);
      this.connection.stop();
    };
  }

  freshness(now_ms: number): Freshness {
    if (this.live.board === null) return 'first';
    const connected = this.connection.state === 'open' || this.connection.state === 'idle';
    return connected && !this.connection.isStale(now_ms) ? 'live' : 'lost';
  }

  age_ms(now_ms: number): number | null {
    const { heardAt_ms } = this.connection;
    return heardAt_ms === null ? null : Math.max(0, now_ms - heardAt_ms);
  }

  private hear(text: string): void {
    const parsed = parseMessage(text);
    if (!parsed.ok) {
      console.warn(`feed: ${parsed.reason}`);
      this.connection.askSnapshot();
      return;
    }
    this.learnTime(parsed.message);
    if (this.live.take(parsed.message) === 'missed') this.connection.askSnapshot();
  }

  private learnTime(message: FeedMessage): void {
    const here_ms = Date.now();
    if (message.type === 'snapshot') this.serverTime.seenInSnapshot(message.board.clock.as_of_ms, here_ms);
    else if (message.clock) this.serverTime.seenInDelta(message.clock.as_of_ms, here_ms);
  }
}
