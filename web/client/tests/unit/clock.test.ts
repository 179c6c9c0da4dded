// The clock's face, and what time it is at the server.
import { describe, expect, it } from 'vitest';
import type { Board, Clock, SessionState } from '../../src/lib/feed/board.types';
import { clockFace } from '../../src/lib/live/clock';
import { ServerTime } from '../../src/lib/live/serverTime';
import { board, clock } from './samples';

const at = (over: Partial<Clock>, state: SessionState = 'running'): Board =>
  board([], { clock: clock(over), session: { id: 's', name: '', kind: 'race', rank: 'laps', state } });

describe('the clock', () => {
  it('counts down from the moment the server named', () => {
    expect(clockFace(at({ remaining_us: 300_000_000 }), 1_010_000)).toEqual({ kind: 'remaining', time_us: 290_000_000, note: 'to_go' });
  });

  it('counts up where there is no end', () => {
    expect(clockFace(at({ remaining_us: null, elapsed_us: 5_000_000 }), 1_010_000)).toEqual({ kind: 'elapsed', time_us: 15_000_000, note: 'elapsed' });
  });

  it('stands at zero, and never below', () => {
    expect(clockFace(at({ remaining_us: 1_000_000 }), 1_010_000).time_us).toBe(0);
  });

  it('says the last two minutes from the first microsecond below them', () => {
    expect(clockFace(at({ remaining_us: 120_000_000 }), 1_000_000).note).toBe('to_go');
    expect(clockFace(at({ remaining_us: 119_999_999 }), 1_000_000).note).toBe('last_minutes');
  });

  it('stands while it does not run, and says why', () => {
    expect(clockFace(at({ runs: false }, 'suspended'), 9_000_000)).toMatchObject({ time_us: 600_000_000, note: 'stopped' });
    expect(clockFace(at({ runs: false }, 'waiting'), 9_000_000).note).toBe('not_started');
    expect(clockFace(at({ runs: false }, 'finished'), 9_000_000).note).toBe('finished');
  });

  it('does not run backwards when this page is behind the server', () => {
    expect(clockFace(at({ remaining_us: 300_000_000 }), 999_000).time_us).toBe(300_000_000);
  });

  it('shows nothing where there is no time', () => {
    const none = board([], { session: null, clock: clock({ elapsed_us: null, remaining_us: null }) });
    expect(clockFace(none, 0)).toEqual({ kind: 'none', time_us: null, note: 'none' });
  });
});

describe('the server’s time', () => {
  it('is this page’s until something was heard', () => {
    expect(new ServerTime().now_ms(5_000)).toBe(5_000);
  });

  it('comes from the delta that was quickest', () => {
    const time = new ServerTime();
    time.seenInDelta(1_000, 61_900);
    time.seenInDelta(2_000, 62_050);
    time.seenInDelta(3_000, 64_000);
    expect(time.now_ms(100_000)).toBe(100_000 - 60_050);
  });

  it('is not led astray by the old clock of a snapshot', () => {
    const time = new ServerTime();
    time.seenInSnapshot(1_000, 500_000);
    expect(time.now_ms(500_000)).toBe(500_000);
  });

  it('learns from a snapshot of the future that this page is behind', () => {
    const time = new ServerTime();
    time.seenInSnapshot(500_000, 1_000);
    expect(time.now_ms(1_000)).toBe(500_000);
  });

  it('takes the head of an answer until a delta comes, unless the difference is within its coarseness', () => {
    const time = new ServerTime();
    time.seenInDate(1_000_000, 1_001_900);
    expect(time.now_ms(2_000_000)).toBe(2_000_000);
    time.seenInDate(1_000_000, 4_600_500);
    expect(time.now_ms(4_600_500)).toBe(1_000_500);
    time.seenInDelta(1_001_000, 4_601_100);
    expect(time.now_ms(4_601_100)).toBe(1_001_000);
  });

  it('follows a clock that is set while the page is open', () => {
    const time = new ServerTime();
    for (let index = 0; index < 200; index += 1) time.seenInDelta(1_000, 1_050);
    for (let index = 0; index < 200; index += 1) time.seenInDelta(1_000, 9_050);
    expect(time.now_ms(9_050)).toBe(1_000);
  });
});
