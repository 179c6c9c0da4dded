// The line under a session's name: where it is, and what it is about. Only what the feed says.
import type { Board } from '../feed/board.types';
import type { Track } from '../feed/tracks';
import type { Catalogue } from '../i18n/catalogue';
import { ranksByLap } from './columns';

/** "Main circuit 650 m" */
export function trackLine(track: Track, words: Catalogue): string {
  return track.length_m ? `${track.name} ${words.metres(track.length_m)}` : track.name;
}

/** "650 m", under the name of a track where nothing runs. */
export function lengthLine(track: Track, words: Catalogue): string {
  return track.length_m ? words.metres(track.length_m) : '';
}

/** "race, 20 laps" · "practice, by best lap" */
export function sessionLine(board: Board, words: Catalogue): string {
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
  if (board.session === null) return lengthLine(track, words);
  const place = trackLine(track, words);
  if (ranksByLap(board.session)) return `${place} · ${words.byBestLap}`;
  return `${lapLine(board, words) ?? sessionLine(board, words)} · ${place}`;
}
