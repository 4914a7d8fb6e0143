import type { SaturationStep } from '../../src/domain/patterns/index.ts';
import { WHOLE } from '../analysis/address.ts';
import type { FilterPanel } from '../analysis/FilterFields.tsx';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, Pagination } from '../ui/index.ts';
import { patternHref, saturationHref } from './address.ts';
import { ChartRegion } from './ChartRegion.tsx';
import { PatternShell } from './PatternShell.tsx';
import { lastNew, SaturationChart } from './SaturationChart.tsx';
import { Choose, optionsOf, PatternForm } from './PatternForm.tsx';
import type { SaturationChoices } from './types.ts';

export interface SaturationLine extends SaturationStep {
  reference: string;
  date: string | null;
}

export interface SaturationPageProps {
  shell: ShellProps;
  projectId: number;
  panel: FilterPanel;
  choices: SaturationChoices;
  /** All interviews, in their order. */
  lines: readonly SaturationLine[];
  page: number;
  size: number;
  leftOut: { withdrawn: number; debriefs: number; asked: number };
}

/** How many new codes each interview brought. */
export const SaturationPage = (props: SaturationPageProps) => {
  const { shell, projectId, choices, lines, page, size, leftOut } = props;
  const { t } = shell;
  const words = t.patterns.saturation;
  const first = (page - 1) * size;
  const shown = lines.slice(first, first + size);
  const last = lastNew(lines);
  return (
    <PatternShell
      {...{ shell, projectId }}
      panel={props.panel}
      tab="saturation"
      withdrawn={leftOut.withdrawn}
      missing={last === 0 ? 'noCodings' : null}
      form={<SaturationForm {...props} />}
      downloads={[
        { href: saturationHref(projectId, choices, '.csv'), label: t.patterns.csv },
        { href: saturationHref(projectId, choices, '.svg'), label: t.patterns.svg },
      ]}
      notes={[
        words.notes,
        leftOut.debriefs > 0 && t.patterns.debriefs(leftOut.debriefs),
        leftOut.asked > 0 && t.patterns.asked(leftOut.asked),
      ]}
    >
      <p class="lead">{words.finding(last, lines.length, lines.at(-1)?.codesSoFar ?? 0)}</p>
      <ChartRegion t={t} title={words.chartTitle}>
        <SaturationChart words={words} steps={lines} />
      </ChartRegion>
      <DataTable
        caption={words.title}
        label={words.title}
        hideCaption
        columns={[
          {
            key: 'place',
            label: words.place,
            numeric: true,
            cell: (line) => lines.indexOf(line) + 1,
          },
          {
            key: 'interview',
            label: words.interview,
            rowHeader: true,
            cell: (line) => (
              <a href={`/projects/${projectId}/interviews/${line.interviewId}`}>{line.reference}</a>
            ),
          },
          { key: 'date', label: words.date, cell: (line) => line.date ?? '' },
          {
            key: 'new',
            label: words.newCodes,
            numeric: true,
            cell: (line) => line.newCodes.length,
          },
          { key: 'codes', label: words.codesSoFar, numeric: true, cell: (line) => line.codesSoFar },
          { key: 'codings', label: words.codings, numeric: true, cell: (line) => line.codings },
          {
            key: 'sum',
            label: words.codingsSoFar,
            numeric: true,
            cell: (line) => line.codingsSoFar,
          },
        ]}
        rows={shown}
      />
      <Pages {...props} />
    </PatternShell>
  );
};

const SaturationForm = ({ shell, projectId, panel, choices }: SaturationPageProps) => {
  const { t } = shell;
  const words = t.patterns.saturation;
  return (
    <PatternForm
      t={t}
      panel={panel}
      clear={saturationHref(projectId, { ...choices, filter: WHOLE })}
      action={patternHref(projectId, 'saturation')}
      sentence={words.sentence}
      controls={{
        order: (
          <Choose
            name="order"
            label={words.choices.order}
            value={choices.order}
            options={optionsOf(words.order)}
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
      }}
    />
  );
};

const Pages = ({ shell, projectId, choices, lines, page, size }: SaturationPageProps) => {
  if (lines.length <= size) return null;
  const words = shell.t.analysis.passages;
  const from = (page - 1) * size + 1;
  const to = Math.min(lines.length, page * size);
  const href = (at: number) => saturationHref(projectId, choices, '', at);
  return (
    <Pagination
      label={shell.t.patterns.saturation.pages}
      summary={words.range(from, to, lines.length)}
      previous={page > 1 ? { href: href(page - 1), label: words.previous } : undefined}
      next={to < lines.length ? { href: href(page + 1), label: words.next } : undefined}
    />
  );
};
