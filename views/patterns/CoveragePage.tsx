import type { TreeRow } from '../../src/domain/crosstab/tree.ts';
import type { Covered } from '../../src/domain/patterns/index.ts';
import { DEFAULTS, passagesHref, WHOLE } from '../analysis/address.ts';
import { percent } from '../analysis/format.ts';
import { Hidden } from '../analysis/Hidden.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Bar, DataTable, type Column } from '../ui/index.ts';
import { coverageHref, patternHref } from './address.ts';
import { PatternForm, type PatternPanel } from './PatternForm.tsx';
import { PatternShell } from './PatternShell.tsx';
import type { Part } from './types.ts';

export interface CoverageLine extends TreeRow {
  covered: Covered | null;
}

export interface CoveragePageProps {
  shell: ShellProps;
  projectId: number;
  choices: Part;
  panel: PatternPanel;
  lines: readonly CoverageLine[];
  whole: Covered;
  sources: number;
  minCell: number;
  leftOut: { withdrawn: number; debriefs: number };
}

const DEEPEST = 4;

/** How much of the text each code covers. */
export const CoveragePage = (props: CoveragePageProps) => {
  const { shell, projectId, choices, panel, lines, whole, minCell, leftOut } = props;
  const { t } = shell;
  const words = t.patterns.coverage;
  const share = (of: keyof Covered): Column<CoverageLine> => ({
    key: of,
    label: words.columns[of],
    note: words.wholes[of](whole[of]),
    numeric: true,
    cell: ({ covered }) => <Share t={t} value={covered?.[of] ?? null} of={whole[of]} />,
  });
  return (
    <PatternShell
      {...{ shell, projectId }}
      panel={panel}
      tab="coverage"
      form={
        <PatternForm
          {...{ t, panel }}
          action={patternHref(projectId, 'coverage')}
          clear={coverageHref(projectId, { ...choices, filter: WHOLE })}
          sentence={words.sentence}
          controls={{}}
        />
      }
      withdrawn={leftOut.withdrawn}
      missing={lines.length === 0 || whole.text === 0 ? 'noText' : null}
      downloads={[{ href: coverageHref(projectId, choices, '.csv'), label: t.patterns.csv }]}
      notes={[
        words.notes(props.sources),
        words.said,
        minCell > 1 && t.patterns.protection(minCell),
        leftOut.debriefs > 0 && t.patterns.debriefs(leftOut.debriefs),
      ]}
    >
      <DataTable
        class="coverage"
        caption={words.title}
        label={words.title}
        hideCaption
        columns={[
          {
            key: 'code',
            label: t.analysis.themes.theme,
            cell: (line) => (
              <a
                class={`heat-depth-${Math.min(line.depth, DEEPEST)}`}
                title={line.path}
                href={passagesHref(
                  projectId,
                  {
                    ...DEFAULTS,
                    count: 'passages',
                    filter: choices.filter,
                    minCell: choices.minCell,
                  },
                  { codeId: line.codeId, column: null },
                )}
              >
                {line.name}
              </a>
            ),
          },
          share('text'),
          share('segments'),
          share('said'),
        ]}
        rows={lines}
      />
    </PatternShell>
  );
};

const Share = ({ t, value, of }: { t: ShellProps['t']; value: number | null; of: number }) => {
  if (value === null) return <Hidden t={t} />;
  if (of === 0) return <>–</>;
  return (
    <span class="coverage-share">
      <Bar value={value} max={of} />
      <span>{percent(value / of)}</span>
    </span>
  );
};
