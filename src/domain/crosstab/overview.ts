import { NOT_GIVEN, type ColumnName } from './study.ts';

export interface OverviewInterview {
  readonly id: number;
  readonly isDebrief: boolean;
  readonly respondentIds: readonly number[];
  /** Key of the row it belongs to, when rows are something of the interview (its location); `''` when not given. */
  readonly row?: string;
}

export interface OverviewRespondent {
  readonly id: number;
  /** People in an unnamed group; 1 for a person. */
  readonly headCount: number;
  /** Key of the row it belongs to, when rows are something of the respondent (group, region); `''` when not given. */
  readonly row?: string;
}

/** Interviews, and the unique people interviewed in them: respondents by their head counts. */
export interface OverviewCount {
  readonly interviews: number;
  readonly participants: number;
}

export interface OverviewRow extends OverviewCount {
  readonly key: string;
  readonly label: string;
}

export interface Overview {
  readonly rows: readonly OverviewRow[];
  /** Each interview and each person once, so less than the sum of the rows where one belongs to two of them. */
  readonly total: OverviewCount;
  /** Debriefs and the people in them, apart. Nought when the project counts debriefs as interviews. */
  readonly debriefs: OverviewCount;
}

export interface OverviewOptions {
  /** In the order printed. A row nobody falls in stays, with noughts. */
  readonly rows: readonly ColumnName[];
  readonly notGiven: string;
  /** Whether the rows are something of the respondent or of the interview. */
  readonly of: 'respondent' | 'interview';
  readonly countDebriefs: boolean;
}

class Row {
  readonly interviews = new Set<number>();
  readonly respondents = new Set<number>();
}

/**
 * The overview table: how many interviews were held and with how many different people.
 *
 * A person interviewed three times is three interviews and one person; an unnamed group counts as many people as its
 * head count. An interview with respondents of two groups counts in both rows and once in the total; so does a person
 * interviewed at two locations. An interview with no respondent recorded counts in "not given", with nobody in it.
 */
export function overviewTable(
  interviews: readonly OverviewInterview[],
  respondents: readonly OverviewRespondent[],
  options: OverviewOptions,
): Overview {
  const byId = new Map(respondents.map((respondent) => [respondent.id, respondent]));
  const rows = new Map(options.rows.map(({ key }) => [key, new Row()]));
  const notGiven = new Row();
  const total = new Row();
  const debriefs = new Row();

  const rowOf = (key: string | undefined): Row => rows.get(key ?? NOT_GIVEN) ?? notGiven;
  for (const interview of interviews) {
    if (interview.isDebrief && !options.countDebriefs) {
      put(debriefs, interview);
      continue;
    }
    put(total, interview);
    if (options.of === 'interview') {
      put(rowOf(interview.row), interview);
      continue;
    }
    for (const id of interview.respondentIds) {
      const row = rowOf(byId.get(id)?.row);
      row.interviews.add(interview.id);
      row.respondents.add(id);
    }
    if (interview.respondentIds.length === 0) notGiven.interviews.add(interview.id);
  }

  const count = (row: Row): OverviewCount => ({
    interviews: row.interviews.size,
    participants: [...row.respondents].reduce((sum, id) => sum + (byId.get(id)?.headCount ?? 1), 0),
  });
  const printed = options.rows.map((name) => ({ ...name, ...count(rowOf(name.key)) }));
  if (notGiven.interviews.size > 0) {
    printed.push({ key: NOT_GIVEN, label: options.notGiven, ...count(notGiven) });
  }
  return { rows: printed, total: count(total), debriefs: count(debriefs) };
}

function put(row: Row, interview: OverviewInterview): void {
  row.interviews.add(interview.id);
  for (const id of interview.respondentIds) row.respondents.add(id);
}
