// Names as the page says them: the server's word for a tag that nobody has is replaced by the viewer's.
import type { Row } from '../feed/board.types';
import { isUnknown } from '../live/columns';
import type { Catalogue } from './catalogue';

export function fullName(row: Row, words: Catalogue): string {
  return isUnknown(row) ? `${words.unknown} ${row.transponder ?? ''}` : row.name;
}
