// The list of tracks, from GET /api/v1/tracks.
import { listOf, object, optional, orNull, text, whole } from './readers';

export interface Track {
  id: string;
  name: string;
  length_m: number | null | undefined;
}

/** A centre has a few; more than this is not a list of tracks. */
const tracks_max = 100;
const answer_wait_max_ms = 10_000;

const track = object<Track>({ id: text, name: text, length_m: optional(orNull(whole)) });
const answer = object<{ items: Track[] }>({ items: listOf(track, tracks_max) });

export interface TrackAnswer {
  tracks: Track[];
  /** The server's clock as it says in the head of its answer, ms; null where it does not. */
  serverTime_ms: number | null;
}

/** Throws when the server does not answer, or answers something else. */
export async function fetchTracks(): Promise<TrackAnswer> {
  const response = await fetch('/api/v1/tracks', { signal: AbortSignal.timeout(answer_wait_max_ms) });
  if (!response.ok) throw new Error(`tracks: status ${response.status}`);
  const date = Date.parse(response.headers.get('Date') ?? '');
  return { tracks: answer(await response.json(), '').items, serverTime_ms: Number.isNaN(date) ? null : date };
}
