// The socket of a live page: connects, notices silence, connects again. It knows nothing of boards: text comes out, and a
// request for a snapshot goes in. `live` is never what the socket says but how old the last message is.
import { reconnectWait_ms } from './reconnect';

/** A quiet track sends nothing: after this the page asks whether the stream still moves. The spread keeps viewers apart. */
const probe_after_ms = 6_000;
const probe_spread_ms = 3_000;
/** A resumed stream in which nothing was missed begins with silence: it is asked at once when the data is old. */
const resume_wait_ms = 1_000;
/** No answer for so long: the data is called old. */
const stale_after_ms = 12_000;
/** An open socket that leaves a question without an answer for so long is dead. Silence alone says nothing: the timers of a hidden
    page come once a minute, and a quiet track has nothing to say. */
const answer_wait_max_ms = 12_000;
const connect_wait_max_ms = 10_000;
/** One request for a snapshot at a time: the next one not before this. */
const ask_every_ms = 2_000;
const watch_every_ms = 500;

export type ConnectionState = 'idle' | 'connecting' | 'open' | 'waiting';

/** What of a WebSocket is used; tests give their own. */
export type Socket = Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>;

export interface ConnectionOptions {
  open: () => Socket;
  onText: (text: string) => void;
  random?: () => number;
  now_ms?: () => number;
}

export class Connection {
  state = $state<ConnectionState>('idle');
  /** When the last message came; null: none yet. */
  heardAt_ms = $state<number | null>(null);
  retryAt_ms = $state<number | null>(null);

  private socket: Socket | null = null;
  private failures = 0;
  private begunAt_ms = 0;
  private askedAt_ms = -Infinity;
  /** Since when an answer is awaited; null: nothing was asked since the last message. */
  private awaitedSince_ms: number | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private watchTimer: ReturnType<typeof setInterval> | undefined;
  private readonly random: () => number;
  private readonly now_ms: () => number;
  private readonly probeAfter_ms: number;

  constructor(private readonly options: ConnectionOptions) {
    this.random = options.random ?? Math.random;
    this.now_ms = options.now_ms ?? Date.now;
    this.probeAfter_ms = probe_after_ms + probe_spread_ms * this.random();
  }

  start(): void {
    if (this.state !== 'idle') return;
    this.watchTimer = setInterval(() => this.watch(), watch_every_ms);
    this.connect();
  }

  stop(): void {
    clearInterval(this.watchTimer);
    clearTimeout(this.retryTimer);
    this.drop();
    this.retryAt_ms = null;
    this.state = 'idle';
  }

  /** Asks for a snapshot; nothing happens while an answer is still awaited. */
  askSnapshot(): void {
    const now_ms = this.now_ms();
    if (this.state !== 'open' || now_ms - this.askedAt_ms < ask_every_ms) return;
    this.askedAt_ms = now_ms;
    this.awaitedSince_ms ??= now_ms;
    this.socket?.send('{"type":"snapshot"}');
  }

  /** The network or the page is back: does not wait for the rest of a wait, nor trusts a socket that fell silent meanwhile: a phone
      that slept has lost it without a word, and to resume a sound one costs next to nothing. */
  retryNow(): void {
    const silent = this.state === 'open' && this.isStale(this.now_ms());
    if (silent) this.drop();
    if (silent || this.state === 'waiting') this.connect();
  }

  isStale(now_ms: number): boolean {
    return this.heardAt_ms !== null && now_ms - this.heardAt_ms >= stale_after_ms;
  }

  private connect(): void {
    clearTimeout(this.retryTimer);
    this.retryAt_ms = null;
    this.awaitedSince_ms = null;
    this.state = 'connecting';
    this.begunAt_ms = this.now_ms();
    const socket = this.options.open();
    this.socket = socket;
    socket.onopen = () => {
      this.state = 'open';
      this.begunAt_ms = this.now_ms();
    };
    socket.onmessage = (event) => this.hear(event.data);
    socket.onclose = () => this.wait();
  }

  private hear(data: unknown): void {
    if (typeof data !== 'string') return;
    this.failures = 0;
    this.heardAt_ms = this.now_ms();
    this.awaitedSince_ms = null;
    this.options.onText(data);
  }

  private wait(): void {
    this.drop();
    const wait_ms = reconnectWait_ms(this.failures, this.random());
    this.failures += 1;
    this.state = 'waiting';
    this.retryAt_ms = this.now_ms() + wait_ms;
    this.retryTimer = setTimeout(() => this.connect(), wait_ms);
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  private watch(): void {
    const now_ms = this.now_ms();
    if (this.state === 'connecting' && now_ms - this.begunAt_ms >= connect_wait_max_ms) this.wait();
    if (this.state !== 'open') return;
    const silence_ms = now_ms - Math.max(this.heardAt_ms ?? 0, this.begunAt_ms);
    const age_ms = now_ms - (this.heardAt_ms ?? this.begunAt_ms);
    const awaited_ms = this.awaitedSince_ms === null ? 0 : now_ms - this.awaitedSince_ms;
    if (awaited_ms >= answer_wait_max_ms) this.wait();
    else if (silence_ms >= resume_wait_ms && age_ms >= this.probeAfter_ms) this.askSnapshot();
  }
}
