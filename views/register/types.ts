import type { DayOrder } from '../../src/domain/dates/index.ts';
import type {
  Account,
  ColumnUse,
  PreviewPerson,
  PreviewRow,
} from '../../src/domain/register/brought/index.ts';
import type { ShellProps } from '../layout/types.ts';
import type { PreviewQuery, Show } from './address.ts';

export interface RowShown extends PreviewRow {
  /** One entry per line that names somebody. */
  people: readonly (PreviewPerson & { isJoint: boolean })[];
  /** What each doubt says, in the order of `doubts`. */
  sentences: readonly string[];
  /** Tells whether the row was changed since it was shown. */
  stamp: string;
  /** The line of the row below, to go on to. */
  next: number | null;
}

export interface PreviewPageProps {
  shell: ShellProps;
  projectId: number;
  draft: { id: number; name: string; kind: 'paste' | 'table'; order: DayOrder | null };
  query: PreviewQuery;
  counts: Record<Show, number>;
  places: readonly string[];
  shown: { from: number; total: number; lastPage: number };
  rows: readonly RowShown[];
  /** What was typed into a row that was changed meanwhile. */
  refused: { line: number; typed: Readonly<Record<string, string | string[]>> } | null;
  account: Account;
  /** Interviews that the project has already. */
  unchanged: number;
  settled: { order: DayOrder; line: number; text: string } | null;
  groups: readonly string[];
  regions: readonly string[];
  knownInterviewers: readonly string[];
  spellings: readonly { spelling: string; times: number; meant: string }[];
  sheets: { names: readonly string[]; chosen: number };
  columns: {
    all: readonly { place: number; name: string; use: ColumnUse; example: string }[];
    isRemembered: boolean;
  } | null;
}
