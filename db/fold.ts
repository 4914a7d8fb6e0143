import { sql, type Expression } from 'kysely';
import { foldText } from '../src/domain/names.ts';

/** The name under which every connection knows `foldText`; another engine brings its own. */
export const FOLD = 'fold_text';

/** Whether the column has the text in it, whatever the case and accents of both: see `foldText`. */
export function contains(column: string, text: string): Expression<boolean & (0 | 1)> {
  return sql`instr(${sql.raw(FOLD)}(${sql.ref(column)}), ${foldText(text)}) > 0`;
}
