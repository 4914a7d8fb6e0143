import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import {
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  Notice,
  PageHeader,
  Breadcrumbs,
  TextArea,
  TextInput,
  Pause,
} from '../ui/index.ts';

interface Row {
  groupId: number | null;
  regionId: number | null;
  group: string;
  region: string;
  planned: number;
  done: number;
  short: number;
}

interface Name {
  id: number;
  name: string;
}

interface Props {
  shell: ShellProps;
  base: string;
  rows: readonly Row[];
  groups: readonly Name[];
  regions: readonly Name[];
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** What could not be saved: which form, what was typed, and why. */
  failed: { form: 'grid' | 'import'; typed: Typed; errors: Errors } | null;
}

/** Said in words with a sign before them, never by a colour alone. */
const State = ({ shell, row }: { shell: ShellProps; row: Row }) => {
  const t = shell.t.sample;
  return (
    <span class={row.short > 0 ? 'state-short' : 'state-reached'}>
      <span aria-hidden="true">{row.short > 0 ? t.sign.short : t.sign.reached}</span>{' '}
      {t.state(row.done, row.planned)}
    </span>
  );
};

const Balance = ({ shell, rows }: Props) => {
  const t = shell.t.sample;
  return (
    <DataTable
      caption={t.title}
      label={t.title}
      hideCaption
      rows={rows}
      note={t.counted}
      columns={[
        {
          key: 'place',
          label: t.columns.group,
          note: t.columns.region,
          cell: (row) => (
            <>
              {row.group || t.anyGroup}
              <span class="table-note">
                <Pause />
                {row.region || t.anyRegion}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          label: t.columns.state,
          cell: (row) => <State shell={shell} row={row} />,
        },
      ]}
    />
  );
};

const Grid = ({ shell, base, rows, groups, regions, failed }: Props) => {
  const t = shell.t.sample;
  const typed = failed?.form === 'grid' ? failed.typed : null;
  const errors = failed?.form === 'grid' ? failed.errors : {};
  const lines = [...groups, { id: null, name: t.anyGroup }];
  const columns = [...regions, { id: null, name: t.anyRegion }];
  const value = (name: string, group: number | null, region: number | null): string =>
    typed === null
      ? String(rows.find((one) => one.groupId === group && one.regionId === region)?.planned ?? '')
      : typedText(typed, name);
  return (
    <form method="post" action={`${base}/sample`} class="stack">
      <p class="soft">{t.editHint}</p>
      <DataTable
        caption={t.edit}
        label={t.edit}
        hideCaption
        class="plan-grid"
        rows={lines}
        columns={[
          { key: 'group', label: t.columns.group, cell: (line) => line.name },
          ...columns.map((column) => ({
            key: String(column.id),
            label: column.name,
            cell: (line: { id: number | null; name: string }) => {
              if (line.id === null && column.id === null) return null;
              const name = `planned-${line.id ?? ''}-${column.id ?? ''}`;
              return (
                <TextInput
                  name={name}
                  label={t.cell(line.name, column.name)}
                  hideLabel
                  inputmode="numeric"
                  maxlength={5}
                  autocomplete="off"
                  value={value(name, line.id, column.id)}
                  error={errors[name]}
                />
              );
            },
          })),
        ]}
      />
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      <Button kind="primary">{t.save}</Button>
    </form>
  );
};

const Bring = ({ shell, base, failed }: Props) => {
  const t = shell.t.sample;
  const { typed, errors } =
    failed?.form === 'import' ? failed : { typed: {}, errors: {} as Errors };
  return (
    <form class="form" method="post" action={`${base}/sample/import`} enctype="multipart/form-data">
      <TextInput
        type="file"
        name="file"
        label={t.file}
        hint={t.fileHint}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        error={errors['file']}
      />
      <TextArea
        name="table"
        label={t.paste}
        hint={t.pasteHint}
        rows={5}
        value={typedText(typed, 'table')}
        error={errors['table'] ?? errors['']}
      />
      <Button icon="upload">{t.import}</Button>
    </form>
  );
};

/** The sample plan beside what was done: what is short first of all in words. */
export const SamplePage = (props: Props) => {
  const { shell, base, rows, groups, regions, failed } = props;
  const t = shell.t.sample;
  const short = rows.reduce((sum, row) => sum + row.short, 0);
  const hasLists = groups.length + regions.length > 0;
  return (
    <Shell shell={shell} title={t.title} current="overview">
      <Breadcrumbs
        label={t.overview}
        items={[{ href: `${base}/overview-table`, label: t.overview }]}
      />
      <PageHeader
        title={t.title}
        lead={t.lead(rows.length, short)}
        actions={
          rows.length > 0 ? (
            <ButtonLink href={`${base}/sample.csv`} icon="download" download>
              {t.download}
            </ButtonLink>
          ) : undefined
        }
      />
      {rows.length > 0 ? (
        <Balance {...props} />
      ) : (
        <EmptyState
          title={t.empty}
          action={
            hasLists ? undefined : (
              <ButtonLink href={`${base}/respondents/groups`}>{t.lists}</ButtonLink>
            )
          }
        >
          {hasLists ? t.emptyStep : t.noLists}
        </EmptyState>
      )}
      <LeftOut t={shell.t} projectId={shell.project?.id ?? 0} n={props.withdrawn} />
      {hasLists && (
        <Disclosure summary={t.edit} open={failed?.form === 'grid' || rows.length === 0}>
          <Grid {...props} />
        </Disclosure>
      )}
      <Disclosure summary={t.bring} open={failed?.form === 'import' || !hasLists}>
        <Bring {...props} />
      </Disclosure>
    </Shell>
  );
};
