// Lap times, gaps and clocks as text. Everything is cut off, never rounded; the point is the same in every language.
import type { Gap } from '../feed/board.types';

/** What stands where there is no value yet. */
export const nothing = '—';

const two = (value: number): string => String(value).padStart(2, '0');

function hoursMinutesSeconds(seconds: number): [number, number, number] {
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
}

/** 43.812 · 1:02.345 · 1:02:03.456 */
export function lapTime(time_us: number | null): string {
  if (time_us === null) return nothing;
  const ms = Math.floor(time_us / 1000);
  const [hours, minutes, seconds] = hoursMinutesSeconds(Math.floor(ms / 1000));
  const fraction = String(ms % 1000).padStart(3, '0');
  if (hours > 0) return `${hours}:${two(minutes)}:${two(seconds)}.${fraction}`;
  return minutes > 0 ? `${minutes}:${two(seconds)}.${fraction}` : `${seconds}.${fraction}`;
}

/** A sector in a dense table: one decimal. */
export function sectorTime(time_us: number | null): string {
  if (time_us === null) return nothing;
  const whole = lapTime(time_us);
  return whole.slice(0, -2);
}

/** 07:42 · 1:12:40 */
export function clockTime(time_us: number | null): string {
  if (time_us === null) return nothing;
  const [hours, minutes, seconds] = hoursMinutesSeconds(Math.floor(time_us / 1_000_000));
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}

/** +1.204 · 1 lap · — ; a leader has a dash. @param lapWord "1 lap", in the page's language */
export function gapText(gap: Gap, isFirst: boolean, lapWord: (laps: number) => string): string {
  if (isFirst) return nothing;
  if (gap.laps !== null && gap.laps > 0) return lapWord(gap.laps);
  if (gap.us === null) return nothing;
  return gap.us < 0 ? `−${lapTime(-gap.us)}` : `+${lapTime(gap.us)}`;
}

/** 0.4 s · 12 s · 2 min, with a no-break space; the decimal sign is the language's. */
export function ageText(age_ms: number, locale: string): string {
  if (age_ms >= 120_000) return `${Math.floor(age_ms / 60_000)}\u00a0min`;
  if (age_ms >= 10_000) return `${Math.floor(age_ms / 1000)}\u00a0s`;
  const tenths = Math.floor(age_ms / 100) / 10;
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(tenths)}\u00a0s`;
}

/** 10:13:41, in the viewer's own time zone. */
export function timeOfDay(at_ms: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at_ms);
}
