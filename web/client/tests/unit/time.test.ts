// Figures as text: cut off, never rounded; a dash where there is nothing.
import { describe, expect, it } from 'vitest';
import { ageText, clockTime, gapText, lapTime, nothing, sectorTime } from '../../src/lib/format/time';

const laps = (count: number): string => `${count} laps`;

describe('a lap time', () => {
  it.each([
    [43_812_999, '43.812'], [62_345_000, '1:02.345'], [3_723_456_789, '1:02:03.456'], [59_999_999, '59.999'], [60_000_000, '1:00.000'],
    [0, '0.000'], [999, '0.000'], [1_000, '0.001'], [3_599_999_999, '59:59.999'],
  ])('of %i µs is %s', (time_us, text) => expect(lapTime(time_us)).toBe(text));

  it('that does not exist is a dash', () => expect(lapTime(null)).toBe(nothing));
});

describe('a sector', () => {
  it.each([[14_099_999, '14.0'], [62_345_000, '1:02.3']])('of %i µs has one decimal, cut off: %s', (time_us, text) => expect(sectorTime(time_us)).toBe(text));
});

describe('a clock', () => {
  it.each([[462_900_000, '07:42'], [4_360_999_999, '1:12:40'], [0, '00:00'], [59_999_999, '00:59']])('of %i µs is %s', (time_us, text) =>
    expect(clockTime(time_us)).toBe(text));
});

describe('a gap', () => {
  it('is a time with its sign', () => expect(gapText({ us: 1_204_999, laps: 0 }, false, laps)).toBe('+1.204'));
  it('of a lapped kart is laps in words', () => expect(gapText({ us: null, laps: 2 }, false, laps)).toBe('2 laps'));
  it('of the leader is a dash', () => expect(gapText({ us: 0, laps: 0 }, true, laps)).toBe(nothing));
  it('that cannot be compared is a dash', () => expect(gapText({ us: null, laps: null }, false, laps)).toBe(nothing));
  it('of nothing to somebody else is a time', () => expect(gapText({ us: 0, laps: 0 }, false, laps)).toBe('+0.000'));
});

describe('the age of data', () => {
  it.each([
    [449, 'en', '0.4\u00a0s'], [449, 'fr', '0,4\u00a0s'], [9_999, 'en', '9.9\u00a0s'], [10_000, 'en', '10\u00a0s'], [119_999, 'fr', '119\u00a0s'],
    [120_000, 'en', '2\u00a0min'],
  ])('of %i ms in %s is %s', (age_ms, locale, text) => expect(ageText(age_ms, locale)).toBe(text));
});
