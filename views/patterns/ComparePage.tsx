import { WHOLE } from '../analysis/address.ts';
import type { Variable } from '../analysis/types.ts';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, SectionHeader, type Column } from '../ui/index.ts';
import { compareHref, patternHref } from './address.ts';
import { byOptions } from './by.ts';
import { CompareDetail } from './CompareDetail.tsx';
import { chance, effect, testName } from './comparison-words.ts';
import { GroupCount } from './GroupCount.tsx';
import { PatternShell } from './PatternShell.tsx';
import { Choose, optionsOf, PatternForm, type PatternPanel } from './PatternForm.tsx';
import type { CodeShare, CompareChoices, CompareGroup, CompareLine } from './types.ts';

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
      {props.detail !== null && (
        <CompareDetail {...{ shell, projectId, choices }} {...props.detail} />
      )}
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
        <GroupCount
          {...{ t, projectId, choices, group }}
          codeId={line.codeId}
          count={line.counts[at] ?? null}
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
