import { classes } from './attributes.ts';
import type { Content, Extra } from './attributes.ts';
import { Icon } from './Icon.tsx';
import { Pause } from './navigation.tsx';

export type Column<Row> = {
  key: string;
  label: Content;
  /** What stands over this column and those beside it that have the same. */
  span?: string | undefined;
  /** A second, smaller line in the head: the denominator, the unit. */
  note?: Content;
  cell: (row: Row) => Content;
  /** Numbers stand flush right in figures of one width. */
  numeric?: boolean | undefined;
  /** The cell that names the row; the first column unless one says so. */
  rowHeader?: boolean | undefined;
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined;
  /** Sums and totals, in the foot. */
  total?: Content;
};

export type DataTableProps<Row> = Extra & {
  caption: Content;
  /** Names the scrolling region; the caption's words as plain text. */
  label: string;
  hideCaption?: boolean | undefined;
  columns: Column<Row>[];
  rows: readonly Row[];
  row?: ((row: Row) => Extra) | undefined;
  /** Shown in place of the table when there are no rows. */
  empty?: Content;
  /** A long table scrolls under its head. */
  sticky?: boolean | undefined;
  /** The sentence under the table that says what is counted. */
  note?: Content;
};

const Head = <Row,>({ column, rows }: { column: Column<Row>; rows?: number | undefined }) => (
  <th
    scope="col"
    rowspan={rows}
    class={column.numeric === true ? 'number' : undefined}
    aria-sort={column.sort === undefined ? undefined : (column.sort.direction ?? 'none')}
  >
    {column.sort === undefined ? (
      column.label
    ) : (
      <a class="sort-link" href={column.sort.href}>
        {column.label}
        <Icon name="sort" />
      </a>
    )}
    {column.note != null && (
      <span class="table-note">
        <Pause />
        {column.note}
      </span>
    )}
  </th>
);

/** One row of heads, or two where some columns have something in common over them. */
const Heads = <Row,>({ columns }: { columns: Column<Row>[] }) => {
  if (columns.every(({ span }) => span === undefined))
    return (
      <tr>
        {columns.map((column) => (
          <Head column={column} />
        ))}
      </tr>
    );
  const spans: { label: string | undefined; columns: Column<Row>[] }[] = [];
  for (const column of columns) {
    const last = spans.at(-1);
    if (last && column.span !== undefined && last.label === column.span) last.columns.push(column);
    else spans.push({ label: column.span, columns: [column] });
  }
  return (
    <>
      <tr>
        {spans.map(({ label, columns: [first, ...more] }) =>
          label === undefined
            ? first && <Head column={first} rows={2} />
            : first && (
                <th scope="colgroup" colspan={1 + more.length} class="table-span">
                  {label}
                </th>
              ),
        )}
      </tr>
      <tr>
        {columns
          .filter(({ span }) => span !== undefined)
          .map((column) => (
            <Head column={column} />
          ))}
      </tr>
    </>
  );
};

const Cell = <Row,>({
  column,
  header,
  row,
}: {
  column: Column<Row>;
  header: boolean;
  row: Row;
}) => {
  const look = column.numeric === true ? 'number' : undefined;
  return header ? (
    <th scope="row" class={look}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={look}>{column.cell(row)}</td>
  );
};

const Foot = <Row,>({
  columns,
  headerKey,
}: {
  columns: Column<Row>[];
  headerKey: string | undefined;
}) => (
  <tfoot>
    <tr>
      {columns.map((column) => {
        const look = column.numeric === true ? 'number' : undefined;
        return column.key === headerKey ? (
          <th scope="row" class={look}>
            {column.total}
          </th>
        ) : (
          <td class={look}>{column.total}</td>
        );
      })}
    </tr>
  </tfoot>
);

/**
 * A table with caption, scopes and sort links. It scrolls sideways inside its own region, which the
 * keyboard can reach, when the window is too narrow; the page never does.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const {
    caption,
    label,
    hideCaption,
    columns,
    rows,
    row,
    empty,
    sticky,
    note,
    class: extra,
    ...rest
  } = props;
  if (rows.length === 0 && empty != null) return <>{empty}</>;
  const headerKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key;
  return (
    <>
      <div
        class={classes('table-region', sticky === true && 'table-sticky')}
        role="region"
        aria-label={label}
        tabindex={0}
      >
        <table class={classes('table', extra)} {...rest}>
          <caption class={hideCaption === true ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead>
            <Heads columns={columns} />
          </thead>
          <tbody>
            {rows.map((item) => (
              <tr {...row?.(item)}>
                {columns.map((column) => (
                  <Cell column={column} header={column.key === headerKey} row={item} />
                ))}
              </tr>
            ))}
          </tbody>
          {columns.some((column) => column.total != null) && (
            <Foot columns={columns} headerKey={headerKey} />
          )}
        </table>
      </div>
      {note != null && <p class="table-foot">{note}</p>}
    </>
  );
};
