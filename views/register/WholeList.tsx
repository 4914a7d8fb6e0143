import { FIELDS } from '../../src/domain/register/index.ts';
import { Button, DataTable, Disclosure, RadioGroup, Select } from '../ui/index.ts';
import { draftHref } from './address.ts';
import type { PreviewPageProps } from './types.ts';

/** What holds for every line: order of day and month, sheet, interviewers, columns. */
export const WholeList = (props: PreviewPageProps) => {
  const { shell, rows, account } = props;
  const t = shell.t.register.preview;
  const has = (reason: string): boolean =>
    rows.some(({ doubts }) => doubts.some((doubt) => doubt.reason.startsWith(reason)));
  const isHeaderOpen = has('no-column-known') || has('column-');
  return (
    <section class="reg-whole" aria-label={t.whole}>
      <Disclosure summary={t.order} open={account.open > 0 && has('day-or-month')}>
        <Reading {...props} />
      </Disclosure>
      {props.spellings.length > 1 && (
        <Disclosure summary={`${t.interviewers} (${props.spellings.length})`}>
          <Interviewers {...props} />
        </Disclosure>
      )}
      {props.columns !== null && (
        <Disclosure summary={`${t.columnsTitle} (${props.columns.all.length})`} open={isHeaderOpen}>
          <Columns {...props} columns={props.columns} />
        </Disclosure>
      )}
      {props.columns?.isRemembered === true && <p class="soft">{t.columnsRemembered}</p>}
    </section>
  );
};

const Reading = ({ shell, projectId, draft, settled, sheets }: PreviewPageProps) => {
  const t = shell.t.register.preview;
  return (
    <form method="post" action={`${draftHref(projectId, draft.id)}/reading`} class="form">
      <RadioGroup
        name="order"
        label={t.order}
        look="list"
        value={draft.order ?? ''}
        hint={settled === null ? t.orderHint : t.settled(settled.line, settled.text, settled.order)}
        options={[
          { value: '', label: t.orders.none },
          { value: 'day', label: t.orders.day },
          { value: 'month', label: t.orders.month },
        ]}
      />
      {sheets.names.length > 1 && (
        <Select
          name="sheet"
          label={t.sheet}
          hint={t.sheetHint}
          value={sheets.chosen}
          options={sheets.names.map((name, value) => ({ value, label: name }))}
        />
      )}
      <div class="actions">
        <Button>{t.saveReading}</Button>
      </div>
    </form>
  );
};

const Interviewers = (props: PreviewPageProps) => {
  const { shell, projectId, draft, spellings, knownInterviewers } = props;
  const t = shell.t.register.preview;
  const everyone = [...new Set([...spellings.map((s) => s.spelling), ...knownInterviewers])];
  return (
    <form method="post" action={`${draftHref(projectId, draft.id)}/reading`} class="form">
      <p>{t.interviewersText}</p>
      {spellings.map(({ spelling, times, meant }, i) => (
        <>
          <input type="hidden" name="spelling" value={spelling} />
          <Select
            name="meant"
            id={`meant-${i}`}
            label={t.means(spelling, times)}
            empty={t.asWritten}
            value={meant}
            options={everyone.map((name) => ({
              value: name,
              label: name === spelling ? t.themselves(name) : name,
            }))}
          />
        </>
      ))}
      <div class="actions">
        <Button>{t.saveReading}</Button>
      </div>
    </form>
  );
};

const Columns = ({
  shell,
  projectId,
  draft,
  columns,
}: PreviewPageProps & { columns: NonNullable<PreviewPageProps['columns']> }) => {
  const t = shell.t.register.preview;
  const options = [
    ...FIELDS.map((field) => ({ value: field, label: t.fields[field] ?? field })),
    { value: 'variable', label: t.variable },
    { value: 'left out', label: t.leftOut },
  ];
  return (
    <form method="post" action={`${draftHref(projectId, draft.id)}/columns`}>
      <p class="reg-lead">{t.columnsText}</p>
      <DataTable
        caption={t.columnsTitle}
        label={t.columnsTitle}
        hideCaption
        rows={columns.all}
        columns={[
          { key: 'name', label: t.column, rowHeader: true, cell: (row) => row.name },
          {
            key: 'use',
            label: t.use,
            cell: (row) => (
              <Select
                name={`use-${row.place}`}
                label={t.useOf(row.name)}
                hideLabel
                value={row.use}
                options={options}
              />
            ),
          },
          { key: 'example', label: t.exampleCell, cell: (row) => row.example },
        ]}
      />
      <div class="actions">
        <Button>{t.saveColumns}</Button>
      </div>
    </form>
  );
};
