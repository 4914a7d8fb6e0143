import { hasIntervals, intervalOf } from '../../views/analysis/interval.ts';
import type { RowsOf } from '../../views/analysis/types.ts';
import type { Arranged, ArrangedCell } from '../domain/crosstab/arrange.ts';
import type { CliCommand, Result } from '../terminal/index.ts';
import { CHOICE_OPTIONS, oneOf, readOptions } from './cli-choices.ts';
import { countInterviews, interviewsCsv } from './interviews.ts';
import { sayCounted } from './says.ts';
import { numbersOf } from './study.ts';
import { arranged, themesCsv, themesXlsx } from './table-files.ts';
import { countThemes, type Themes } from './themes.ts';

const ROWS = ['group', 'region', 'location'] as const;

const tableInterviews: CliCommand = {
  name: 'table interviews',
  usage: 'table interviews [--rows group|region|location]',
  summary: 'counts interviews held and the people in them',
  options: { rows: { type: 'string' } },
  positionals: [0, 0],
  async run({ project, t, say }, args): Promise<Result> {
    const rowsOf: RowsOf = oneOf(args, 'rows', ROWS) ?? 'group';
    const counted = await countInterviews(await project(), rowsOf, t.analysis);
    const { rows, total, debriefs, notHeld, withdrawn } = counted;
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    return {
      json: {
        rows: rows.map(({ label, interviews, participants }) => ({
          label,
          interviews,
          participants,
        })),
        total,
        debriefs,
        not_held: notHeld,
        withdrawn,
      },
      formats: { csv: () => interviewsCsv(rowsOf, counted) },
    };
  },
};

const tableCodes: CliCommand = {
  name: 'table codes',
  usage:
    'table codes [--by WHAT] [--and WHAT] [--count UNIT] [--over everyone|all|asked|tied] [--question N] [--words all|respondents|interviewers] [--own] [--only WHAT=VALUE] [--from DAY] [--to DAY] [--min-cell K] [--show count|percent|both|coded] [--interval] [--order tree|name|total|COLUMN] [--hide-empty] [--pin CODE] [--row QUERY] [--turn] [--view NAME] [--to-share]',
  summary: 'counts codes by a classification',
  options: { ...CHOICE_OPTIONS, 'to-share': { type: 'boolean' } },
  positionals: [0, 0],
  async run({ project, t, say }, args): Promise<Result> {
    const ctx = await project();
    const choices = await readOptions(ctx, args, t);
    const toShare = args.values['to-share'] === true;
    const themes = await countThemes(ctx, choices, t.analysis, { toShare });
    const { table, facets, projectMinCell, withdrawn } = themes;
    if (table.minCell < projectMinCell) say(t.analysis.unprotected(projectMinCell));
    if (withdrawn > 0) say(t.consent.leftOut(withdrawn));
    const numbers = await numbersOf(ctx, choices);
    const says = sayCounted(t, facets, choices, { minCell: table.minCell, numbers });
    const view = arranged(table, choices);
    const isXlsx = args.values['format'] === 'xlsx';
    const xlsx = isXlsx ? await themesXlsx(table, view, choices, { says, t }) : new Uint8Array();
    const upright = arranged(table, { ...choices, turn: false });
    return {
      json: asJson(themes, upright, says, choices.interval),
      formats: { csv: () => themesCsv(table, view, choices), xlsx: () => xlsx },
    };
  },
};

export const analysisCommands: readonly CliCommand[] = [tableInterviews, tableCodes];

/** Codes in rows always; a hidden number is null, and so is what follows from it. */
function asJson({ table, withdrawn }: Themes, view: Arranged, counted: string, interval: boolean) {
  const heads = view.columns.filter(({ kind }) => kind === 'column');
  const ends = interval && hasIntervals(table.unit);
  return {
    unit: table.unit,
    over: table.over,
    counted,
    min_cell: table.minCell,
    columns: heads.map(({ label, above, of }) => ({
      ...(above === null ? {} : { above }),
      label,
      denominator: of,
    })),
    denominator: table.denominator,
    withdrawn,
    rows: view.rows.map(({ path }, at) => {
      const line = view.cells[at] ?? [];
      return {
        code: path,
        cells: line.slice(0, -1).map(({ value }) => value),
        total: line.at(-1)?.value ?? null,
        ...(table.over === 'tied' ? { of: line.map(({ of }) => of) } : {}),
        ...(ends ? { intervals: line.map(endsOf) } : {}),
      };
    }),
  };
}

function endsOf({ value, of }: ArrangedCell): [number, number] | null {
  const ends = intervalOf(value, of);
  return ends && [ends.low, ends.high];
}
