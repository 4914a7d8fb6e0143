import type { ShellProps } from '../layout/types.ts';
import { DataTable, SectionHeader } from '../ui/index.ts';
import { ChartRegion } from './ChartRegion.tsx';
import { points, range, verdict } from './comparison-words.ts';
import { DotPlot } from './DotPlot.tsx';
import { GroupCount } from './GroupCount.tsx';
import type { CodeShare, CompareChoices, CompareLine } from './types.ts';

interface Props {
  shell: ShellProps;
  projectId: number;
  choices: CompareChoices;
  code: CompareLine;
  shares: readonly CodeShare[];
}

/** One code, group by group: what the test says, and the shares as a picture and as a table. */
export const CompareDetail = ({ shell, projectId, choices, code, shares }: Props) => {
  const { t } = shell;
  const words = t.patterns.compare;
  const title = words.detail(code.name);
  return (
    <section class="compare-detail">
      <SectionHeader title={title} />
      <p>{verdict(words, code.comparison)}</p>
      <ChartRegion t={t} title={title}>
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
              <GroupCount
                {...{ t, projectId, choices }}
                codeId={code.codeId}
                group={share}
                count={share.count}
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
