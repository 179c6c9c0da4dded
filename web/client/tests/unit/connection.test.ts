// The socket's life with wound clocks: when it tries again, when it asks, when it gives a silent line up.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, type Socket } from '../../src/lib/live/connection.svelte';
import { reconnectWait_ms } from '../../src/lib/live/reconnect';

class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  sent: unknown[] = [];
  closed = false;
  send(text: unknown): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.onopen?.call(null as never, new Event('open'));
  }
  says(text: string): void {
    this.onmessage?.call(null as never, { data: text } as MessageEvent);
  }
  breaks(): void {
    this.onclose?.call(null as never, new Event('close') as CloseEvent);
  }
}

describe('a connection', () => {
  let sockets: FakeSocket[];
  let heard: string[];
  let connection: Connection;
  const last = (): FakeSocket => sockets.at(-1) as FakeSocket;

  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    heard = [];
    connection = new Connection({
      open: () => {
        sockets.push(new FakeSocket());
        return last();
      },
      onText: (text) => heard.push(text),
      random: () => 0.5,
    });
    connection.start();
    last().opens();
    last().says('hello');
  });
  afterEach(() => {
    connection.stop();
    vi.useRealTimers();
  });

  it('hands text on and remembers when it came', () => {
    expect(heard).toEqual(['hello']);
    expect(connection.heardAt_ms).toBe(Date.now());
  });

  it('waits 3 to 8 seconds after a close, then tries once', () => {
    last().breaks();
    expect(connection.state).toBe('waiting');
    expect(connection.retryAt_ms).toBe(Date.now() + 5_500);
    vi.advanceTimersByTime(5_499);
    expect(sockets.length).toBe(1);
    vi.advanceTimersByTime(1);
    expect(sockets.length).toBe(2);
    expect(connection.state).toBe('connecting');
  });

  it('begins with the short wait again once data has come', () => {
    last().breaks();
    vi.advanceTimersByTime(5_500);
    last().breaks();
    expect((connection.retryAt_ms ?? 0) - Date.now()).toBeGreaterThan(8_000);
    vi.advanceTimersByTime(15_000);
    last().opens();
    last().says('again');
    last().breaks();
    expect((connection.retryAt_ms ?? 0) - Date.now()).toBe(5_500);
  });

  it('does not wait for the end when the network is back', () => {
    last().breaks();
    connection.retryNow();
    expect(sockets.length).toBe(2);
    vi.advanceTimersByTime(9_000);
    expect(sockets.length).toBe(2);
  });

  it('asks a silent stream for a snapshot, and is stale when no answer comes', () => {
    vi.advanceTimersByTime(7_000);
    expect(last().sent).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(last().sent).toEqual(['{"type":"snapshot"}']);
    expect(connection.isStale(Date.now())).toBe(false);
    vi.advanceTimersByTime(4_000);
    expect(connection.isStale(Date.now())).toBe(true);
  });

  it('gives up a socket that does not answer within 12 seconds of the question', () => {
    const silent = last();
    vi.advanceTimersByTime(7_500 + 11_500);
    expect(silent.closed).toBe(false);
    vi.advanceTimersByTime(500);
    expect(silent.closed).toBe(true);
    expect(connection.state).toBe('waiting');
  });

  it('keeps the socket of a hidden page whose timers come once a minute: it asks first', () => {
    const quiet = last();
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(500);
    expect(quiet.closed).toBe(false);
    expect(quiet.sent).toEqual(['{"type":"snapshot"}']);
    quiet.says('still here');
    vi.advanceTimersByTime(6_000);
    expect(quiet.closed).toBe(false);
  });

  it('does not trust a socket that fell silent while the page slept, and keeps one that did not', () => {
    connection.retryNow();
    expect(sockets.length).toBe(1);
    vi.setSystemTime(Date.now() + 3_600_000);
    const slept = last();
    connection.retryNow();
    expect(slept.closed).toBe(true);
    expect(sockets.length).toBe(2);
    expect(connection.state).toBe('connecting');
  });

  it('gives up an attempt that does not open within 10 seconds', () => {
    last().breaks();
    vi.advanceTimersByTime(5_500 + 10_500);
    expect(connection.state).toBe('waiting');
    expect(last().closed).toBe(true);
  });

  it('asks for one snapshot at a time', () => {
    connection.askSnapshot();
    connection.askSnapshot();
    expect(last().sent.length).toBe(1);
    vi.advanceTimersByTime(2_000);
    connection.askSnapshot();
    expect(last().sent.length).toBe(2);
  });

  it('asks at once when a resumed stream begins with silence and the data is old', () => {
    last().breaks();
    vi.advanceTimersByTime(5_500 + 5_000);
    last().opens();
    vi.advanceTimersByTime(1_500);
    expect(last().sent).toEqual(['{"type":"snapshot"}']);
  });

  it('is quiet after it was stopped', () => {
    connection.stop();
    vi.advanceTimersByTime(60_000);
    expect(sockets.length).toBe(1);
    expect(last().closed).toBe(true);
  });
});

describe('the wait before the next try', () => {
  it('is 3 to 8 seconds at first', () => {
    expect(reconnectWait_ms(0, 0)).toBe(3_000);
    expect(reconnectWait_ms(0, 0.999999)).toBeLessThan(8_000);
  });

  it('grows with failures and never passes half a minute, nor loses its spread', () => {
    for (let failures = 1; failures < 2_000; failures += 1) {
      expect(reconnectWait_ms(failures, 0)).toBeGreaterThanOrEqual(reconnectWait_ms(failures - 1, 0));
      expect(reconnectWait_ms(failures, 1)).toBeLessThanOrEqual(30_000);
      expect(reconnectWait_ms(failures, 1) - reconnectWait_ms(failures, 0)).toBeGreaterThanOrEqual(5_000);
    }
  });
});
