// Every word of the page. A language is one value of this type, so that a missing word does not compile.
import type { Flag, RowState, SessionKind } from '../feed/board.types';
import type { ClockNote } from '../live/clock';

export interface Catalogue {
  /** Of at most 9 letters: they stand in the flag block. */
  flagShort: Record<Flag, string>;
  flag: Record<Flag, string>;
  state: Record<RowState, string>;
  kind: Record<SessionKind, string>;
  clock: Record<ClockNote, string>;

  live: (age: string) => string;
  lastData: (age: string) => string;
  dataAge: (age: string) => string;
  againIn: (seconds: number) => string;
  connecting: string;

  position: string;
  kart: string;
  driver: string;
  driverLast: string;
  laps: string;
  last: string;
  best: string;
  sector: (number: number) => string;
  toLeader: string;
  toAhead: string;
  toLeaderAhead: string;
  /** The same in less room. */
  gapAhead: string;
  pits: string;

  lapCount: (laps: number) => string;
  lapOf: (done: number, total: number) => string;
  lapNumber: (done: number) => string;
  lapCaption: string;
  byBestLap: string;
  lapsToGo: (total: number) => string;
  metres: (length_m: number) => string;

  leader: string;
  bestOfAll: string;
  ownBest: string;
  unknown: string;
  tag: (number: number) => string;
  lastIs: (time: string) => string;
  bestIs: (time: string) => string;
  bestInLap: (time: string, lap: number) => string;
  toKart: (number: string) => string;
  toPlace: (place: number) => string;
  behindPlace: (time: string, place: number) => string;

  following: (name: string) => string;
  followHint: string;
  followed: string;
  follow: (name: string) => string;
  lapsAverage: (laps: number, time: string) => string;
  announce: (name: string, position: string, last: string) => string;
  orderHeld: string;

  board: string;
  messages: string;
  raceControl: string;
  noMessages: string;
  forKart: (number: string) => string;

  noSession: string;
  noSessionHint: string;
  noRows: string;
  noRowsHint: string;
  notStarted: string;

  tracks: string;
  chooseTrack: string;
  noTracks: string;
  noTracksHint: string;
  noSuchTrack: string;
  allTracks: string;
  noServer: string;
  noServerHint: (seconds: number) => string;
  loading: string;

  sunOn: string;
  sunOff: string;
  /** The other language, in that language. */
  switchLanguage: string;
}
