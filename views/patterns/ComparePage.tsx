import type { Comparison, Difference, Interval } from '../../src/domain/statistics/index.ts';
import { DEFAULTS, passagesHref, WHOLE } from '../analysis/address.ts';
import { percent } from '../analysis/format.ts';
import type { Variable } from '../analysis/types.ts';
import { Hidden } from '../analysis/Hidden.tsx';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, SectionHeader, type Column } from '../ui/index.ts';
import { compareHref, patternHref } from './address.ts';
import { byOptions } from './by.ts';
import { ChartRegion } from './ChartRegion.tsx';
import { DotPlot } from './DotPlot.tsx';
import { PatternShell } from './PatternShell.tsx';
import { Choose, optionsOf, PatternForm, type PatternPanel } from './PatternForm.tsx';
import type { CompareChoices } from './types.ts';

export interface CompareLine {
  codeId: number;
  name: string;
  path: string;
  depth: number;
  counts: readonly (number | null)[];
  comparison: Comparison | null;
}

export interface CompareGroup {
  key: string;
  label: string;
  n: number;
}

export interface CodeShare extends CompareGroup {
  count: number | null;
  interval: Interval | null;
  difference: Difference | null;
}

export interface ComparePageProps {
  shell: ShellProps;
  projectId: number;
  panel: PatternPanel;
  choices: CompareChoices;
  variables: readonly Variable[];
  groups: readonly CompareGroup[];
  lines: readonly CompareLine[];
  /** The code that was chosen, group by group. */
  detail: { code: CompareLine; shares: readonly CodeShare[] } | null;
  minCell: number;
  withdrawn: number;
}

const DEEPEST = 4;

/** Whether groups of respondents differ in how many mention a code. */
export const ComparePage = (props: ComparePageProps) => {
  const { shell, projectId, choices, lines, minCell } = props;
  const { t } = shell;
  const words = t.patterns.compare;
  return (
    <PatternShell
      {...{ shell, projectId }}
      panel={props.panel}
      tab="compare"
      withdrawn={props.withdrawn}
      missing={lines.length === 0 || props.groups.length === 0 ? 'noCodings' : null}
      form={<CompareForm {...props} />}
      downloads={[
        { href: compareHref(projectId, choices, '.csv'), label: t.patterns.csv },
        ...(props.detail === null
          ? []
          : [{ href: compareHref(projectId, choices, '.svg'), label: t.patterns.svg }]),
      ]}
      notes={[
        words.notes.test,
        words.notes.effect,
        words.notes.many,
        minCell > 1 && words.notes.hidden(minCell),
      ]}
    >
      {props.detail !== null && <Detail {...props} detail={props.detail} />}
      <SectionHeader title={words.all} />
      <AllCodes {...props} />
    </PatternShell>
  );
};

const CompareForm = ({
  shell,
  projectId,
  panel,
  choices,
  variables,
  lines,
  groups,
}: ComparePageProps) => {
  const { t } = shell;
  const words = t.patterns.compare;
  return (
    <PatternForm
      t={t}
      panel={panel}
      clear={compareHref(projectId, { ...choices, filter: WHOLE })}
      action={patternHref(projectId, 'compare')}
      sentence={words.sentence}
      controls={{
        over: (
          <Choose
            name="over"
            label={t.analysis.themes.choices.over}
            value={choices.over}
            options={optionsOf(words.over)}
          />
        ),
        by: (
          <Choose
            name="by"
            label={t.analysis.themes.choices.by}
            value={choices.by}
            options={byOptions(t, variables)}
          />
        ),
        words: (
          <Choose
            name="words"
            label={t.analysis.themes.choices.words}
            value={choices.words}
            options={optionsOf(t.analysis.themes.words)}
          />
        ),
        code: (
          <Choose
            name="code"
            label={words.choices.code}
            value={String(choices.code ?? '')}
            options={[
              { value: '', label: words.noCode },
              ...lines.map(({ codeId, path }) => ({ value: String(codeId), label: path })),
            ]}
          />
        ),
        beside: (
          <Choose
            name="beside"
            label={words.choices.beside}
            value={choices.beside}
            options={groups.map(({ key, label }) => ({ value: key, label }))}
          />
        ),
      }}
    />
  );
};

const Detail = ({
  shell,
  projectId,
  choices,
  detail,
}: ComparePageProps & { detail: NonNullable<ComparePageProps['detail']> }) => {
  const words = shell.t.patterns.compare;
  const { code, shares } = detail;
  const title = words.detail(code.name);
  return (
    <section class="compare-detail">
      <SectionHeader title={title} />
      <p>{verdict(words, code.comparison)}</p>
      <ChartRegion t={shell.t} title={title}>
        <DotPlot
          title={title}
          description={words.chartText}
          dots={shares.map(({ label, count, n, interval }) => ({
            label,
            share: count === null || n === 0 ? null : count / n,
            interval,
          }))}
        />
      </ChartRegion>
      <DataTable
        caption={title}
        label={title}
        hideCaption
        columns={[
          { key: 'group', label: words.group, cell: ({ label }) => label },
          {
            key: 'count',
            label: words.count,
            numeric: true,
            cell: (share) => (
              <Number
                shell={shell}
                value={share.count}
                href={hrefOf(projectId, choices, code, share)}
                of={share.n}
              />
            ),
          },
          {
            key: 'interval',
            label: words.interval,
            numeric: true,
            cell: ({ interval }) => range(interval),
          },
          {
            key: 'difference',
            label: words.difference,
            numeric: true,
            cell: ({ difference }) => points(words, difference),
          },
        ]}
        rows={shares}
      />
    </section>
  );
};

const AllCodes = ({ shell, projectId, choices, groups, lines }: ComparePageProps) => {
  const { t } = shell;
  const words = t.patterns.compare;
  const columns: Column<CompareLine>[] = [
    {
      key: 'code',
      label: t.analysis.themes.theme,
      cell: (line) => (
        <a
          class={`heat-depth-${Math.min(line.depth, DEEPEST)}`}
          title={line.path}
          href={compareHref(projectId, { ...choices, code: line.codeId })}
        >
          {line.name}
        </a>
      ),
    },
    ...groups.map((group, at): Column<CompareLine> => ({
      key: group.key,
      label: group.label,
      note: t.analysis.themes.denominator.respondents(group.n, choices.over),
      numeric: true,
      cell: (line) => (
        <Number
          shell={shell}
          value={line.counts[at] ?? null}
          href={hrefOf(projectId, choices, line, group)}
          of={group.n}
        />
      ),
    })),
    { key: 'test', label: words.test, cell: ({ comparison }) => testName(words, comparison) },
    { key: 'p', label: words.p, numeric: true, cell: ({ comparison }) => chance(comparison) },
    { key: 'v', label: words.effect, numeric: true, cell: ({ comparison }) => effect(comparison) },
  ];
  return (
    <DataTable
      caption={words.all}
      label={words.all}
      hideCaption
      sticky
      columns={columns}
      rows={lines}
    />
  );
};

const hrefOf = (
  projectId: number,
  { by, over, questions, words, filter, minCell }: CompareChoices,
  code: CompareLine,
  group: CompareGroup,
): string =>
  passagesHref(
    projectId,
    { ...DEFAULTS, by, over, questions, words, filter, minCell },
    { codeId: code.codeId, column: group.key },
  );

const Number = ({
  shell,
  value,
  of,
  href,
}: {
  shell: ShellProps;
  value: number | null;
  of: number;
  href: string;
}) => {
  if (value === null) return <Hidden t={shell.t} />;
  return (
    <>
      <a href={href}>{value}</a> {of > 0 && <span class="heat-share">{percent(value / of)}</span>}
    </>
  );
};

type Words = ShellProps['t']['patterns']['compare'];

const range = (interval: Interval | null): string =>
  interval === null ? '' : `${percent(interval.low)} – ${percent(interval.high)}`;

/** Percentage points, with their interval. */
function points(words: Words, difference: Difference | null): string {
  if (difference === null) return '';
  const whole = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value * 100))}`;
  return words.points(whole(difference.difference), whole(difference.low), whole(difference.high));
}

function testName(words: Words, comparison: Comparison | null): string {
  if (comparison === null) return words.refused.hidden;
  if (comparison.test === 'none') return words.refused[comparison.because];
  return words.tests[comparison.test];
}

const chance = (comparison: Comparison | null): string => {
  if (comparison === null || comparison.test === 'none') return '';
  return comparison.p < 0.001 ? '< .001' : comparison.p.toFixed(3).replace(/^0/u, '');
};

const effect = (comparison: Comparison | null): string =>
  comparison === null || comparison.test === 'none' ? '' : comparison.effect.toFixed(2);

function verdict(words: Words, comparison: Comparison | null): string {
  if (comparison === null || comparison.test === 'none')
    return words.noTest(testName(words, comparison));
  const statistic =
    comparison.test === 'chi-square'
      ? `χ²(${comparison.degrees}) = ${comparison.statistic.toFixed(2)}, `
      : '';
  return `${words.tests[comparison.test]}: ${statistic}p ${chance(comparison).startsWith('<') ? '' : '= '}${chance(comparison)}, V = ${effect(comparison)}.`;
}
