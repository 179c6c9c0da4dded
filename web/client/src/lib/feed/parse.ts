// What comes from the server is checked here, once; behind it every message has its type.
import type {
  Board, Clock, Delta, FeedMessage, Flag, FlagShow, Gap, KartFlag, Message, MessageKind, Ranking, Row, RowState, Sector, Session, SessionKind, SessionState, Snapshot,
} from './board.types';
import { atLeast, listOf, object, oneOf, optional, orNull, Refused, text, truth, whole } from './readers';

/** As in the schema: more than any session has, and a bound for what a broken server may make the page draw. */
const rows_max = 1000;
const messages_max = 50;
const sectors_max = 32;
const posts_max = 32;

const flag = oneOf<Flag>(['none', 'green', 'yellow', 'slow', 'red', 'last_lap', 'chequered']);
const us = orNull(whole);
const count = atLeast(0);

const gap = object<Gap>({ us, laps: orNull(whole) });
const sector = object<Sector>({ sector: atLeast(1), last_us: us, best_us: us });

const row = object<Row>({
  id: text,
  position: count,
  number: text,
  name: text,
  transponder: orNull(count),
  laps: count,
  last_us: us,
  best_us: us,
  best_lap: orNull(atLeast(1)),
  total_us: us,
  gap,
  interval: gap,
  sectors: listOf(sector, sectors_max),
  pits: count,
  state: oneOf<RowState>(['running', 'in_pit', 'finished', 'retired', 'dns', 'dnf', 'dsq', 'dnq', 'guest']),
  flag: optional(oneOf<KartFlag>(['blue', 'black', 'black_orange', 'black_white'])),
});

const session = object<Session>({
  id: text,
  name: text,
  kind: oneOf<SessionKind>(['practice', 'qualifying', 'race', 'endurance']),
  rank: oneOf<Ranking>(['best_lap', 'laps', 'total_time', 'average_lap']),
  state: oneOf<SessionState>(['waiting', 'running', 'finishing', 'finished', 'suspended']),
});

const clock = object<Clock>({
  elapsed_us: us,
  remaining_us: us,
  laps_done: orNull(count),
  laps_total: orNull(count),
  runs: truth,
  as_of_ms: count,
});

const message = object<Message>({
  id: count,
  at_ms: count,
  kind: oneOf<MessageKind>(['info', 'flag', 'warning', 'penalty']),
  number: orNull(text),
  text,
});
const messages = listOf(message, messages_max);
const rows = listOf(row, rows_max);

const show = object<FlagShow>({
  name: orNull(text),
  posts: listOf(atLeast(1), posts_max),
  speed_level: orNull(count),
  lights: oneOf<FlagShow['lights']>(['unset', 'off', 'green', 'yellow', 'red']),
  pit: oneOf<FlagShow['pit']>(['unset', 'open', 'closed']),
});

const board = object<Board>({ session: orNull(session), clock, flag, show: optional(show), rows, messages });

const snapshot = object<Snapshot>({ type: oneOf(['snapshot']), seq: count, stream: text, board });

const delta = object<Delta>({
  type: oneOf(['delta']),
  seq: count,
  rows: optional(rows),
  removed: optional(listOf(text, rows_max)),
  session: optional(orNull(session)),
  clock: optional(clock),
  flag: optional(flag),
  show: optional(show),
  messages: optional(messages),
});

const kind = object<{ type: FeedMessage['type'] }>({ type: oneOf(['snapshot', 'delta']) });

export type Parsed = { ok: true; message: FeedMessage } | { ok: false; reason: string };

/** Reads one message of the feed; never throws. */
export function parseMessage(raw: string): Parsed {
  try {
    const value: unknown = JSON.parse(raw);
    const message = kind(value, '').type === 'snapshot' ? snapshot(value, '') : delta(value, '');
    return { ok: true, message };
  } catch (error) {
    if (error instanceof Refused || error instanceof SyntaxError) return { ok: false, reason: error.message };
    throw error;
  }
}
