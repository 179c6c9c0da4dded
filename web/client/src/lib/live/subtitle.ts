// The line under a session's name: where it is, and what it is about. Only what the feed says.
import type { Board } from '../feed/board.types';
import type { Track } from '../feed/tracks';
import type { Catalogue } from '../i18n/catalogue';
import { ranksByLap } from './columns';

/** "Main circuit 650 m" */
export function trackLine(track: Track, words: Catalogue): string {
  return track.length_m ? `${track.name} ${words.metres(track.length_m)}` : track.name;
}

/** "650 m", under the track's own name. */
function lengthLine(track: Track, words: Catalogue): string {
  return track.length_m ? words.metres(track.length_m) : '';
}

/** Where a session is; open practice bears its track's name, which is not said twice. */
function placeLine(board: Board, track: Track, words: Catalogue): string {
  return board.session === null || board.session.name === track.name ? lengthLine(track, words) : trackLine(track, words);
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');

/** On a desktop: "Main circuit 650 m · race, 20 laps". */
export function wideLine(board: Board, track: Track, words: Catalogue): string {
  return joined(placeLine(board, track, words), sessionLine(board, words));
}

/** "race, 20 laps" · "practice, by best lap" */
function sessionLine(board: Board, words: Catalogue): string {
  const { session, clock } = board;
  if (session === null) return '';
  const kind = words.kind[session.kind];
  if (ranksByLap(session)) return `${kind}, ${words.byBestLap}`;
  return clock.laps_total ? `${kind}, ${words.lapsToGo(clock.laps_total)}` : kind;
}

/** "lap 12 of 20"; null where laps say nothing: in a session ranked by lap times, or before the first lap. */
function lapLine(board: Board, words: Catalogue): string | null {
  const { session, clock } = board;
  if (session === null || ranksByLap(session) || clock.laps_done === null) return null;
  if (clock.laps_done === 0) return null;
  return clock.laps_total ? words.lapOf(clock.laps_done, clock.laps_total) : words.lapNumber(clock.laps_done);
}

/** On a phone: "lap 12 of 20 · Main circuit 650 m", "Main circuit 650 m · by best lap": the first part is the one that is never cut. */
export function briefLine(board: Board, track: Track, words: Catalogue): string {
  const place = placeLine(board, track, words);
  if (board.session === null) return place;
  if (ranksByLap(board.session)) return joined(place, words.byBestLap);
  return joined(lapLine(board, words) ?? sessionLine(board, words), place);
}
