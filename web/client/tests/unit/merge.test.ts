// Goal: snapshot plus deltas up to N is the snapshot N, whatever the deltas hold. Method: rules one by one, then random changes against a naive twin.
import { describe, expect, it } from 'vitest';
import type { Board, Delta, Row } from '../../src/lib/feed/board.types';
import { applyDelta, crossedBetween } from '../../src/lib/feed/merge';
import { randomFrom } from '../browser/field';
import { board, clock, delta, row } from './samples';

describe('a delta', () => {
  const before = board([row('a', 1), row('b', 2), row('c', 3)]);

  it('replaces whole rows by id and keeps the others as they are', () => {
    const after = applyDelta(before, delta(1, { rows: [row('b', 2, { laps: 1 })] }));
    expect(after.rows.map((one) => one.laps)).toEqual([0, 1, 0]);
    expect(after.rows[0]).toBe(before.rows[0]);
  });

  it('adds rows, removes rows and orders by position', () => {
    const after = applyDelta(before, delta(1, { rows: [row('d', 1), row('a', 2), row('b', 3)], removed: ['c'] }));
    expect(after.rows.map((one) => one.id)).toEqual(['d', 'a', 'b']);
  });

  it('takes session, clock, flag and messages whole, and null is a session that ended', () => {
    const after = applyDelta(before, delta(1, { session: null, clock: clock({ runs: false }), flag: 'red', messages: [] }));
    expect(after).toEqual({ ...before, session: null, clock: clock({ runs: false }), flag: 'red' });
  });

  it('that names nothing changes nothing', () => {
    expect(applyDelta(before, delta(1, {}))).toEqual(before);
  });

  it.each(Array.from({ length: 50 }, (_, index) => index + 1))('gives the rows of the server after any run of changes (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const rows = new Map<string, Row>();
    let shown: Board = board([]);
    for (let seq = 1; seq <= 40; seq += 1) {
      const id = `ent_${Math.floor(random() * 12)}`;
      const leaves = random() < 0.2 && rows.has(id);
      const next: Delta = leaves ? delta(seq, { removed: [id] }) : delta(seq, { rows: [row(id, Math.floor(random() * 1000), { laps: seq })] });
      next.removed?.forEach((gone) => rows.delete(gone));
      next.rows?.forEach((changed) => rows.set(changed.id, changed));
      shown = applyDelta(shown, next);
      expect(shown.rows.map((one) => one.position)).toEqual([...rows.values()].map((one) => one.position).sort((a, b) => a - b));
      expect(new Set(shown.rows)).toEqual(new Set(rows.values()));
    }
  });
});

describe('a crossing', () => {
  const before = board([row('a', 1, { laps: 3, total_us: 100 }), row('b', 2, { laps: 3, total_us: 120 })]);

  it('is a lap more, or a new time of the last crossing', () => {
    const after = applyDelta(before, delta(1, { rows: [row('a', 1, { laps: 4, total_us: 200 })] }));
    expect(crossedBetween(before, after)).toEqual(['a']);
  });

  it('is not a change of place, of gap or of name, nor a row that is new', () => {
    const after = applyDelta(before, delta(1, { rows: [row('b', 1, { laps: 3, total_us: 120, name: 'Other' }), row('a', 2, { laps: 3, total_us: 100 }), row('n', 3)] }));
    expect(crossedBetween(before, after)).toEqual([]);
  });

  it('is none when the session is another one', () => {
    const next = board([row('a', 1, { laps: 9, total_us: 900 })], { session: { id: 'ses_2', name: '', kind: 'race', rank: 'laps', state: 'running' } });
    expect(crossedBetween(before, next)).toEqual([]);
  });
});
