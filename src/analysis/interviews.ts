import type { RowsOf } from '../../views/analysis/types.ts';
import { overviewTable, type Overview } from '../domain/crosstab/overview.ts';
import { NOT_GIVEN, type ColumnName } from '../domain/crosstab/study.ts';
import { toCsv } from '../domain/csv/write.ts';
import { foldName } from '../domain/names.ts';
import { getSettings } from '../projects/index.ts';
import { oncePerState } from './kept.ts';
import { loadInterviews, type HeldInterview, type Reader } from './study.ts';

export interface InterviewsCounted extends Overview {
  /** Interviews planned or cancelled, which are in none of the numbers. */
  notHeld: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** Respondents in the numbers of whom nothing else is left. */
  erased: number;
}

/** Interviews held and the people in them, by group, region or location: see `overviewTable`. */
export const countInterviews = (
  reader: Reader,
  rowsOf: RowsOf,
  words: { notGiven: string },
): Promise<InterviewsCounted> =>
  oncePerState(reader, `interviews by ${rowsOf}, ${words.notGiven}`, () =>
    countNow(reader, rowsOf, words),
  );

async function countNow(
  reader: Reader,
  rowsOf: RowsOf,
  words: { notGiven: string },
): Promise<InterviewsCounted> {
  const settings = await getSettings(reader);
  const { held, notHeld, withdrawn } = await loadInterviews(reader);
  const countDebriefs = settings.counts_debriefs === 1;
  const counted = held.filter((interview) => countDebriefs || !interview.isDebrief);
  const respondents = await reader.db
    .selectFrom('respondent')
    .select(['id', 'head_count', 'group_id', 'region_id', 'erased_at'])
    .where('project_id', '=', reader.projectId)
    .execute();
  const of = rowsOf === 'location' ? ('interview' as const) : ('respondent' as const);
  const keyOf = (row: { group_id: number | null; region_id: number | null }) =>
    String((rowsOf === 'group' ? row.group_id : row.region_id) ?? NOT_GIVEN);
  const table = overviewTable(
    held.map((interview) => ({ ...interview, row: foldName(interview.location) })),
    respondents.map((row) => ({ id: row.id, headCount: row.head_count, row: keyOf(row) })),
    {
      rows: rowsOf === 'location' ? locations(counted) : await named(reader, rowsOf),
      notGiven: words.notGiven,
      of,
      countDebriefs,
    },
  );
  const inTable = new Set(counted.flatMap((interview) => interview.respondentIds));
  const erased = respondents.filter((row) => row.erased_at !== null && inTable.has(row.id)).length;
  return { ...table, notHeld, withdrawn, erased };
}

/** Groups or regions in the project's order. */
async function named({ db, projectId }: Reader, rowsOf: 'group' | 'region'): Promise<ColumnName[]> {
  const rows = await db
    .selectFrom(rowsOf === 'group' ? 'respondent_group' : 'region')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name }) => ({ key: String(id), label: name }));
}

/** The locations as written, by the alphabet; spellings that differ in case only are one. */
function locations(interviews: readonly HeldInterview[]): ColumnName[] {
  const labels = new Map<string, string>();
  for (const { location } of interviews) {
    const key = foldName(location);
    if (key !== NOT_GIVEN && !labels.has(key)) labels.set(key, location.trim());
  }
  return [...labels]
    .map(([key, label]) => ({ key, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** The overview table as CSV, its total in the last line. */
export function interviewsCsv(rowsOf: RowsOf, { rows, total }: Overview): string {
  return toCsv(
    [rowsOf, 'interviews', 'participants'],
    [
      ...rows.map((row) => [row.label, row.interviews, row.participants]),
      ['Total', total.interviews, total.participants],
    ],
  );
}
