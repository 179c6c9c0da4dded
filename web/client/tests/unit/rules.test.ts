// Marks, columns, following, held order, addresses: the small rules of the page.
import { describe, expect, it } from 'vitest';
import type { RowState } from '../../src/lib/feed/board.types';
import { columnsOf, hasChip, isOut, isUnknown, layoutOf } from '../../src/lib/live/columns';
import { findFollowed, neighboursOf } from '../../src/lib/live/follow.svelte';
import { HeldOrder } from '../../src/lib/live/heldOrder.svelte';
import { bestMark, bestOfAll, lastMark } from '../../src/lib/live/marks';
import { briefLine, wideLine } from '../../src/lib/live/subtitle';
import { placeOf } from '../../src/lib/place';
import { en } from '../../src/lib/i18n/en';
import { board, clock, row } from './samples';

describe('marks', () => {
  const a = row('a', 1, { laps: 5, last_us: 44_000_000, best_us: 43_765_400, best_lap: 3 });
  const b = row('b', 2, { laps: 5, last_us: 43_765_900, best_us: 43_765_900, best_lap: 5 });
  const c = row('c', 3);

  it('purple is on one row only: of equal milliseconds the one ranked first', () => {
    expect(bestOfAll([a, b, c])).toBe('a');
    expect([a, b, c].map((one) => bestMark(one, 'a', false))).toEqual(['overall', null, null]);
  });

  it('green is for the last lap that is the own best, and for no other', () => {
    expect(lastMark(b, 'a')).toBe('personal');
    expect(lastMark(a, 'a')).toBeNull();
    expect(lastMark(c, 'a')).toBeNull();
  });

  it('a last lap that is the best of all is purple', () => expect(lastMark(b, 'b')).toBe('overall'));

  it('where Best stands alone it carries the green', () => expect(bestMark(b, 'a', true)).toBe('personal'));

  it('nobody has a mark before the first lap', () => expect(bestOfAll([c])).toBeNull());
});

describe('columns', () => {
  it('come with the room there is', () => {
    expect([320, 719, 720, 1079, 1080, 1365, 1366].map(layoutOf)).toEqual(['phone', 'phone', 'tablet', 'tablet', 'desktop', 'desktop', 'wide']);
  });

  it('sectors go first, then the interval; pits are there when somebody was in', () => {
    const sectors = [2, 1, 3, 4].map((sector) => ({ sector, last_us: 1, best_us: 1 }));
    const full = board([row('a', 1, { sectors, pits: 1 })]);
    expect(columnsOf(full, 'wide')).toEqual({ sectors: [1, 2, 3], interval: true, pits: true });
    expect(columnsOf(full, 'desktop')).toEqual({ sectors: [], interval: false, pits: true });
    expect(columnsOf(board([row('a', 1)]), 'wide')).toEqual({ sectors: [], interval: true, pits: false });
  });

  it('who is out of the ranking has a dash for a position, and everybody who is not simply driving a word', () => {
    const states: RowState[] = ['running', 'in_pit', 'finished', 'guest', 'retired', 'dns', 'dnf', 'dsq', 'dnq'];
    expect(states.filter((state) => isOut(row('a', 1, { state })))).toEqual(['retired', 'dns', 'dnf', 'dsq', 'dnq']);
    expect(states.filter((state) => !hasChip(row('a', 1, { state }), false))).toEqual(['running']);
    expect(hasChip(row('a', 1, { state: 'finished' }), true)).toBe(false);
  });

  it('a row without a number is a tag that nobody has', () => {
    expect(isUnknown(row('a', 1, { number: '' }))).toBe(true);
    expect(isUnknown(row('a', 1, { number: '', transponder: null }))).toBe(false);
  });
});

describe('the followed driver', () => {
  const first = row('ent_1', 1, { number: '7', name: 'Ana' });
  const second = row('ent_2', 2, { number: '8', name: 'Bo' });
  const now = board([first, second, row('ent_3', 3)]);

  it('is found by id in the same session, even under another name', () => {
    expect(findFollowed(now, { session: 'ses_1', id: 'ent_2', number: '9', name: 'Old' })?.id).toBe('ent_2');
  });

  it('is found by number and name in another one, where ids mean somebody else', () => {
    expect(findFollowed(now, { session: 'ses_0', id: 'ent_1', number: '8', name: 'Bo' })?.id).toBe('ent_2');
    expect(findFollowed(now, { session: 'ses_0', id: 'ent_1', number: '8', name: 'Ana' })).toBeNull();
  });

  it('has neighbours, but at the ends', () => {
    expect(neighboursOf(now, first)).toEqual({ ahead: null, behind: second });
    expect(neighboursOf(now, second).ahead).toBe(first);
  });
});

describe('the held order', () => {
  const [a, b, c] = [row('a', 1), row('b', 2), row('c', 3)];

  it('keeps places while the pointer is at work, newcomers last, then lets go', () => {
    const held = new HeldOrder();
    held.touch([a, b], 1_000);
    expect(held.arrange([c, b, a], 1_500)).toEqual([a, b, c]);
    expect(held.isHeld(2_999)).toBe(true);
    expect(held.arrange([c, b, a], 3_000)).toEqual([c, b, a]);
  });

  it('is that of the first touch, not of a later one', () => {
    const held = new HeldOrder();
    held.touch([a, b], 1_000);
    held.touch([b, a], 2_500);
    expect(held.arrange([b, a], 4_000)).toEqual([a, b]);
    held.release();
    expect(held.isHeld(2_500)).toBe(false);
  });
});

describe('the line under the name', () => {
  const track = { id: 'main', name: 'Main', length_m: 650 };
  const line = (done: number, total: number | null): string => briefLine(board([], { clock: clock({ laps_done: done, laps_total: total }) }), track, en);
  it('says the lap once there is one, and before that what is to be driven', () => {
    expect(line(12, 20)).toBe('lap 12 of 20 · Main 650\u00a0m');
    expect(line(12, null)).toBe('lap 12 · Main 650\u00a0m');
    expect(line(0, 20)).toBe('race, 20\u00a0laps · Main 650\u00a0m');
    expect(line(0, null)).toBe('race · Main 650\u00a0m');
  });

  it('does not repeat the name of the track that open practice bears', () => {
    const practice = board([], { session: { id: 's', name: 'Main', kind: 'practice', rank: 'best_lap', state: 'running' } });
    expect(wideLine(practice, track, en)).toBe('650\u00a0m · practice, by best lap');
    expect(briefLine(practice, track, en)).toBe('650\u00a0m · by best lap');
    expect(briefLine(practice, { ...track, length_m: null }, en)).toBe('by best lap');
    expect(wideLine(board([]), track, en)).toBe('Main 650\u00a0m · race');
  });
});

describe('an address', () => {
  it.each([
    ['/', { page: 'start' }], ['/live/main', { page: 'track', track: 'main' }], ['/live/main/', { page: 'track', track: 'main' }],
    ['/live/piste%20A', { page: 'track', track: 'piste A' }], ['/live/%E0%A4%A', { page: 'start' }], ['/elsewhere', { page: 'start' }],
  ])('%s', (path, place) => expect(placeOf(path)).toEqual(place));
});
