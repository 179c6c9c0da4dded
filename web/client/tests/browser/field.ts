// Boards for the browser: an ordinary race, practice, and what is ugly. Made from a seed, so that a picture is the same each time.
import type { Board, Clock, Row, Session } from '../../src/lib/feed/board.types';

/** mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const names = [
  'Ana Martin', 'Yanis Haddad', 'Chloé Garnier', 'Équipe Duval', 'Lucas Moreau', 'Tom Baker', 'Inès Lefèvre', 'Hugo Bernard',
  'Maximilien de La Rochefoucauld', 'Sophie O’Connor', 'Mehdi Benali', 'Théo Marchand', 'Camille Roux', 'Oliver Whitfield',
  'Nora Schmitt', 'Raphaël Colin', 'Baptiste Perrin', 'Jade Nguyen',
];
const numbers = ['7', '22', '31', '4', '8', '19', '3', '14', '27', '11', '5', '16', '40', '2', '33', '25', '12', '9'];

export function emptyRow(position: number, over: Partial<Row> = {}): Row {
  return {
    id: `ent_${position}`, position, number: String(position), name: names[(position - 1) % names.length] ?? '', transponder: 310_000_000 + position,
    laps: 0, last_us: null, best_us: null, best_lap: null, total_us: null, gap: { us: null, laps: null }, interval: { us: null, laps: null },
    sectors: [], pits: 0, state: 'running', ...over,
  };
}

function lapSectors(last_us: number): Row['sectors'] {
  return [0.31, 0.366, 0.324].map((share, index) => ({ sector: index + 1, last_us: Math.floor(last_us * share), best_us: Math.floor(last_us * share * 0.99) }));
}

/** A field after `laps` laps, ranked; the last of a long field are lapped. */
export function field(karts: number, laps: number, seed: number, byLap = false): Row[] {
  const random = randomFrom(seed);
  let gap_us = 0;
  let interval_us = 0;
  return Array.from({ length: karts }, (_, index) => {
    const position = index + 1;
    const best_us = 43_765_000 + index * 112_345 + Math.floor(random() * 60_000);
    const last_us = index % 7 === 6 ? best_us : best_us + Math.floor(random() * 900_000);
    if (index > 0) {
      interval_us = byLap ? 112_000 : 200_000 + Math.floor(random() * 2_800_000);
      gap_us += interval_us;
    }
    const down = !byLap && gap_us > 44_000_000 ? Math.floor(gap_us / 44_000_000) : 0;
    return emptyRow(position, {
      number: numbers[index] ?? String(100 + index),
      laps: laps - down,
      last_us,
      best_us,
      best_lap: last_us === best_us ? laps - down : 4,
      total_us: laps * 44_500_000 + gap_us,
      gap: { us: down > 0 ? null : gap_us, laps: down },
      interval: { us: interval_us, laps: 0 },
      sectors: byLap ? [] : lapSectors(last_us),
    });
  });
}

export const now_ms = Date.UTC(2026, 5, 9, 8, 14, 3);

export function clock(over: Partial<Clock> = {}): Clock {
  return { elapsed_us: 438_000_000, remaining_us: 462_900_000, laps_done: 12, laps_total: 20, runs: true, as_of_ms: now_ms, ...over };
}

export const race: Session = { id: 'ses_2', name: 'Heat 2 · Senior 13 hp', kind: 'race', rank: 'laps', state: 'running' };
export const practice: Session = { id: 'ses_1', name: 'Essais libres', kind: 'practice', rank: 'best_lap', state: 'running' };

const messages: Board['messages'] = [
  { id: 5, at_ms: now_ms - 22_000, kind: 'warning', number: '33', text: 'warning, track limits' },
  { id: 4, at_ms: now_ms - 65_000, kind: 'flag', number: null, text: 'Yellow off, post 3' },
  { id: 3, at_ms: now_ms - 103_000, kind: 'flag', number: null, text: 'Yellow, post 3' },
  { id: 2, at_ms: now_ms - 213_000, kind: 'penalty', number: '16', text: 'drive-through, 2 laps left to serve' },
  { id: 1, at_ms: now_ms - 312_000, kind: 'penalty', number: '8', text: '+5 s, contact turn 3 (provisional)' },
];

export function raceBoard(): Board {
  const rows = field(18, 12, 7);
  rows[16] = { ...(rows[16] as Row), state: 'in_pit', pits: 1 };
  return { session: race, clock: clock(), flag: 'green', rows, messages };
}

export function practiceBoard(): Board {
  const rows = field(13, 10, 11, true).map((row, index): Row => {
    const laps = 6 + ((index * 5) % 7);
    return { ...row, laps, best_lap: row.best_lap === 10 ? laps : 2 };
  });
  rows[10] = { ...(rows[10] as Row), number: '', name: 'Unknown 310045881', transponder: 310_045_881 };
  return { session: practice, clock: clock({ remaining_us: 378_900_000, laps_total: null }), flag: 'green', rows, messages: [] };
}

/** 40 karts, long names, tags of 9 digits, every state, laps down, hour-long laps: all that can go wrong at once. */
export function uglyBoard(): Board {
  const rows = field(40, 58, 3);
  const change = (index: number, over: Partial<Row>): void => {
    rows[index] = { ...(rows[index] as Row), ...over };
  };
  change(0, { name: 'Wolfgang Amadeus von Hohenlohe-Öhringen', number: '118' });
  change(1, { name: 'Маріанна-Олександра Коцюбинська', last_us: 3_723_456_000, interval: { us: 62_345_000, laps: 0 }, gap: { us: 62_345_000, laps: 0 } });
  change(2, { number: '', name: 'Unknown 310045881', transponder: 310_045_881 });
  change(3, { name: 'X', state: 'in_pit', pits: 12 });
  change(5, { state: 'finished', best_us: null, best_lap: null, last_us: null });
  change(6, { state: 'guest', number: '1024' });
  change(35, { state: 'retired' });
  change(36, { state: 'dnf' });
  change(37, { state: 'dsq' });
  change(38, { state: 'dnq' });
  change(39, { ...emptyRow(40), number: '250', name: 'Kart 250', state: 'dns' });
  const long: Session = { ...race, name: 'Championnat interrégional d’endurance des entreprises, manche 3', kind: 'endurance' };
  return {
    session: long,
    clock: clock({ remaining_us: 4_360_000_000, laps_done: 58, laps_total: null }),
    flag: 'red',
    rows,
    messages: Array.from({ length: 50 }, (_, index) => ({
      id: 50 - index, at_ms: now_ms - index * 40_000, kind: 'info' as const, number: index % 3 === 0 ? '118' : null,
      text: 'A long word of race control: the session is stopped, drive slowly to the pit lane and wait there for the marshal’s sign.',
    })),
  };
}

export function gridBoard(): Board {
  const rows = Array.from({ length: 12 }, (_, index) => emptyRow(index + 1, { number: numbers[index] ?? '' }));
  return {
    session: { ...race, state: 'waiting' }, clock: clock({ elapsed_us: 0, remaining_us: 900_000_000, laps_done: 0, runs: false }), flag: 'none', rows, messages: [],
  };
}

export function finishedBoard(): Board {
  const rows = field(18, 20, 7).map((row): Row => ({ ...row, state: row.position > 16 ? 'dnf' : 'finished' }));
  return {
    session: { ...race, state: 'finished' }, clock: clock({ remaining_us: 0, elapsed_us: 900_000_000, laps_done: 20, runs: false }), flag: 'chequered', rows, messages,
  };
}

export function emptyBoard(): Board {
  return { session: null, clock: clock({ elapsed_us: null, remaining_us: null, laps_done: 0, laps_total: null, runs: false }), flag: 'none', rows: [], messages: [] };
}
