// The order of the feed's messages: what is applied, what is old, what is missing.
import { describe, expect, it } from 'vitest';
import { LiveBoard } from '../../src/lib/live/board.svelte';
import { board, delta, row, snapshot } from './samples';

const first = (): LiveBoard => {
  const live = new LiveBoard();
  live.take(snapshot(5, board([row('a', 1, { laps: 1, last_us: 50_000_000, total_us: 1 }), row('b', 2)])));
  return live;
};

describe('the live board', () => {
  it('applies the next delta', () => {
    const live = first();
    expect(live.take(delta(6, { flag: 'yellow' }))).toBe('applied');
    expect(live.board?.flag).toBe('yellow');
    expect(live.resume).toEqual({ stream: 's', since: 6 });
  });

  it('says that one is missing and changes nothing', () => {
    const live = first();
    expect(live.take(delta(7, { flag: 'red' }))).toBe('missed');
    expect(live.board?.flag).toBe('green');
    expect(live.resume?.since).toBe(5);
  });

  it('passes over what it has had', () => {
    const live = first();
    expect(live.take(delta(5, { flag: 'red' }))).toBe('old');
    expect(live.take(snapshot(4, board([], { flag: 'red' })))).toBe('old');
    expect(live.board?.flag).toBe('green');
  });

  it('takes a snapshot of a restarted server, whatever its number', () => {
    const live = first();
    expect(live.take(snapshot(0, board([], { flag: 'red' }), 'other'))).toBe('applied');
    expect(live.board?.flag).toBe('red');
    expect(live.resume).toEqual({ stream: 'other', since: 0 });
  });

  it('needs a snapshot before any delta', () => {
    expect(new LiveBoard().take(delta(1, {}))).toBe('missed');
  });

  it('counts the crossings of each row, and forgets them in the next session', () => {
    const live = first();
    live.take(delta(6, { rows: [row('a', 1, { laps: 2, total_us: 2 })] }));
    live.take(delta(7, { rows: [row('a', 1, { laps: 3, total_us: 3 })] }));
    expect(live.crossings.get('a')).toBe(2);
    live.take(delta(8, { session: { id: 'ses_9', name: '', kind: 'race', rank: 'laps', state: 'waiting' } }));
    expect(live.crossings.size).toBe(0);
  });

  it('averages the last five laps it has seen, cut off', () => {
    const live = first();
    for (let lap = 2; lap <= 7; lap += 1) live.take(delta(4 + lap, { rows: [row('a', 1, { laps: lap, last_us: 40_000_000 + lap, total_us: lap })] }));
    expect(live.averageOf('a')).toEqual({ laps: 5, average_us: 40_000_005 });
    expect(live.averageOf('b')).toBeNull();
  });

  it('begins the average anew when a lap was not seen', () => {
    const live = first();
    live.take(delta(6, { rows: [row('a', 1, { laps: 5, last_us: 44_000_000, total_us: 9 })] }));
    expect(live.averageOf('a')).toBeNull();
  });
});
