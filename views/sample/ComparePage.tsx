import type { ComparedRow, OverviewComparison } from '../../src/domain/register/compare.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Errors } from '../typed.ts';
import {
  Breadcrumbs,
  Button,
  DataTable,
  Notice,
  PageHeader,
  RadioGroup,
  SectionHeader,
  TextArea,
  TextInput,
} from '../ui/index.ts';

interface Props {
  shell: ShellProps;
  base: string;
  rowsOf: 'group' | 'region' | 'location';
  table: string;
  isKept: boolean;
  hasKept: boolean;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  comparison: OverviewComparison | null;
  errors: Errors;
}

const differenceOf = (t: ShellProps['t']['sample']['compare'], row: ComparedRow): string => {
  if (row.counted === null) return t.missing;
  if (row.published === null) return t.extra;
  const { interviews, participants } = row.difference;
  return t.difference(interviews, participants) || t.same;
};

const Comparison = ({
  shell,
  comparison,
}: {
  shell: ShellProps;
  comparison: OverviewComparison;
}) => {
  const t = shell.t.sample.compare;
  const { total, publishedSum } = comparison;
  const number = (of: 'counted' | 'published', what: 'interviews' | 'participants') => ({
    key: `${of}-${what}`,
    label: t.columns[what === 'interviews' ? 'interviews' : 'people'],
    note: t.columns[of],
    numeric: true,
    cell: (row: ComparedRow) => row[of]?.[what] ?? '–',
    total: total?.[of]?.[what],
  });
  const isUneven =
    publishedSum !== null && publishedSum.interviews + publishedSum.participants !== 0;
  const hasRows =
    comparison.differing.length + comparison.missing.length + comparison.extra.length > 0;
  return (
    <section aria-labelledby="result">
      <SectionHeader title={t.result} id="result" />
      <p>
        {comparison.agrees && t.agrees}
        {hasRows &&
          t.differs(
            comparison.differing.length,
            comparison.missing.length,
            comparison.extra.length,
          )}
        {!comparison.agrees && total !== null && differenceOf(t, total) !== t.same && (
          <> {t.totalDiffers}</>
        )}
      </p>
      <DataTable
        caption={t.result}
        label={t.title}
        hideCaption
        rows={comparison.rows}
        note={t.labels}
        columns={[
          {
            key: 'label',
            label: t.columns.label,
            cell: (row) => row.label,
            total: total === null ? undefined : t.total,
          },
          {
            key: 'difference',
            label: t.columns.difference,
            cell: (row) => differenceOf(t, row),
            total: total === null ? undefined : differenceOf(t, total),
          },
          number('counted', 'interviews'),
          number('published', 'interviews'),
          number('counted', 'participants'),
          number('published', 'participants'),
        ]}
      />
      {isUneven && <p class="soft">{t.sum(publishedSum.interviews, publishedSum.participants)}</p>}
    </section>
  );
};

const Keep = ({ shell, base, rowsOf, table, isKept, hasKept, comparison, errors }: Props) => {
  const t = shell.t.sample.compare;
  return (
    <form
      class="form"
      method="post"
      action={`${base}/overview-table/published`}
      enctype="multipart/form-data"
    >
      <input type="hidden" name="rows" value={rowsOf} />
      {isKept && <p class="soft">{t.kept}</p>}
      {!isKept && comparison !== null && <input type="hidden" name="table" value={table} />}
      {!isKept && (
        <TextInput
          type="file"
          name="file"
          label={t.keepFile}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          optional={shell.t.shell.optional}
          error={errors['file']}
        />
      )}
      <div class="actions">
        {isKept && hasKept ? <Button>{t.drop}</Button> : <Button>{t.keep}</Button>}
      </div>
    </form>
  );
};

/** The overview table beside a published one: where they differ, both ways. */
export const ComparePage = (props: Props) => {
  const { shell, base, rowsOf, table, comparison, errors } = props;
  const t = shell.t.sample.compare;
  const overview = shell.t.sample.overview;
  return (
    <Shell shell={shell} title={t.title} current="overview">
      <Breadcrumbs label={overview} items={[{ href: `${base}/overview-table`, label: overview }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      {comparison !== null && <Comparison shell={shell} comparison={comparison} />}
      <LeftOut t={shell.t} projectId={shell.project?.id ?? 0} n={props.withdrawn} />
      <form class="form" method="get" action={`${base}/overview-table/compare`}>
        <RadioGroup
          name="rows"
          label={t.rows}
          value={rowsOf}
          options={(['group', 'region', 'location'] as const).map((value) => ({
            value,
            label: t.rowsOf[value],
          }))}
        />
        <TextArea
          name="table"
          label={t.table}
          hint={t.tableHint}
          rows={8}
          maxlength={6000}
          value={table}
          error={errors['table']}
        />
        <Button kind="primary">{t.submit}</Button>
      </form>
      <Keep {...props} />
    </Shell>
  );
};
