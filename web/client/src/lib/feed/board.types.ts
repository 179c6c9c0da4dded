// Made from web/schema/board.schema.json by `npm run types`. Do not edit.

/**
 * What the server sends on /api/v1/tracks/ID/live (WebSocket) and /events-stream (SSE), and answers on /board: a snapshot, then numbered deltas. Snapshot plus deltas up to seq N is the snapshot N. Times are integer microseconds unless the name says otherwise; what does not exist is null. Messages may grow: a client passes over fields it does not know.
 */
export type FeedMessage = Snapshot | Delta;
/**
 * Rises by one from message to message of a track.
 */
export type Seq = number;
export type SessionKind = 'practice' | 'qualifying' | 'race' | 'endurance';
export type Ranking = 'best_lap' | 'laps' | 'total_time' | 'average_lap';
/**
 * waiting: the clock has not started. finishing: the end is shown, runs are still open. suspended: a red flag stopped the clock.
 */
export type SessionState = 'waiting' | 'running' | 'finishing' | 'finished' | 'suspended';
export type Us = number | null;
export type Flag = 'none' | 'green' | 'yellow' | 'slow' | 'red' | 'last_lap' | 'chequered';
/**
 * Stable in the session.
 */
export type RowId = string;
export type RowState = 'running' | 'in_pit' | 'finished' | 'retired' | 'dns' | 'dnf' | 'dsq' | 'dnq' | 'guest';
/**
 * Shown to this kart alone; absent: none.
 */
export type KartFlag = 'blue' | 'black' | 'black_orange' | 'black_white';
export type MessageKind = 'info' | 'flag' | 'warning' | 'penalty';
/**
 * Newest first.
 *
 * @maxItems 50
 */
export type Messages = Message[];

/**
 * The whole board. The first message of a connection, unless ?stream=S&since=N could be resumed; the answer to {"type":"snapshot"}.
 */
export interface Snapshot {
  type: 'snapshot';
  seq: Seq;
  /**
   * New at each start of the server; seq counts within it.
   */
  stream: string;
  board: Board;
}
export interface Board {
  /**
   * null: nothing runs and nothing is armed.
   */
  session: Session | null;
  clock: Clock;
  flag: Flag;
  show?: FlagShow;
  /**
   * In order of position.
   *
   * @maxItems 1000
   */
  rows: Row[];
  messages: Messages;
}
export interface Session {
  id: string;
  name: string;
  kind: SessionKind;
  rank: Ranking;
  state: SessionState;
}
/**
 * The session's clock as it was at as_of_ms; while it runs, clients tick it themselves.
 */
export interface Clock {
  elapsed_us: Us;
  remaining_us: Us;
  laps_done: number | null;
  laps_total: number | null;
  runs: boolean;
  /**
   * Unix time of the server.
   */
  as_of_ms: number;
}
/**
 * What is to be known of the flags beside the one that is out; absent from a snapshot where there is nothing.
 */
export interface FlagShow {
  /**
   * Of a flag of the rule-set's own; flag is what it looks like.
   */
  name: string | null;
  /**
   * Marshal posts or sectors where it is yellow.
   *
   * @maxItems 32
   */
  posts: number[];
  /**
   * How fast karts may go under this flag; 0: they stand, 3: full. null: it says nothing of that.
   */
  speed_level: number | null;
  lights: 'unset' | 'off' | 'green' | 'yellow' | 'red';
  pit: 'unset' | 'open' | 'closed';
}
export interface Row {
  id: RowId;
  position: number;
  /**
   * What stands on the kart; empty: a transponder that nobody has.
   */
  number: string;
  /**
   * Always the public one.
   */
  name: string;
  /**
   * The last one seen.
   */
  transponder: number | null;
  laps: number;
  last_us: Us;
  best_us: Us;
  /**
   * Number of the lap that is the best, from 1.
   */
  best_lap: number | null;
  total_us: Us;
  gap: Gap;
  interval: Gap;
  /**
   * @maxItems 32
   */
  sectors: Sector[];
  pits: number;
  state: RowState;
  flag?: KartFlag;
}
/**
 * A row's gap is to the first, its interval to the row above: a time, or whole laps with us null, or neither where nothing can be compared.
 */
export interface Gap {
  us: Us;
  laps: number | null;
}
export interface Sector {
  sector: number;
  last_us: Us;
  best_us: Us;
}
export interface Message {
  id: number;
  at_ms: number;
  kind: MessageKind;
  /**
   * The kart it is for.
   */
  number: string | null;
  text: string;
}
/**
 * What changed and nothing else. seq is one more than that of the message before; a client that missed one sends {"type":"snapshot"}.
 */
export interface Delta {
  type: 'delta';
  seq: Seq;
  /**
   * Whole rows, new or changed, told apart by id.
   *
   * @maxItems 1000
   */
  rows?: Row[];
  /**
   * Ids of rows that are gone.
   *
   * @maxItems 1000
   */
  removed?: RowId[];
  session?: Session | null;
  clock?: Clock;
  flag?: Flag;
  show?: FlagShow;
  messages?: Messages;
}
