import type { Messages } from '../messages/index.ts';
import { Button, DataTable, EmptyState, When, type Column } from '../ui/index.ts';
import { TextMark } from './TextMark.tsx';

export interface SourceRow {
  id: number;
  name: string;
  kind: 'transcript' | 'notes' | 'document';
  interviewId: number | null;
  interview: string | null;
  characters: number;
  codings: number;
  textSha256: string;
  createdAt: string;
}

/** Codings that wait for a look, by the id of their source. */
type Look = { t: Messages['versions']; waiting: ReadonlyMap<number, number> };

type Props = {
  t: Messages['sources'];
  /** With it, documents can be ticked for the form that says the same of several. */
  many: Messages['structure']['many'] | null;
  picked: ReadonlySet<string>;
  base: string;
  entries: readonly SourceRow[];
  look: Look;
  caption: string;
  sort: string;
  sortHref: (key: string) => string;
};

export const SourceTable = (props: Props) => {
  const { t, many, picked, base, entries, look, caption, sort, sortHref } = props;
  return (
    <DataTable
      caption={caption}
      label={t.list.label}
      columns={[
        ...columns(t, base, look, (key, isDescendingFirst) =>
          sortOf(sort, sortHref, key, isDescendingFirst),
        ),
        ...(many === null ? [] : [pickColumn(many, picked)]),
      ]}
      rows={entries}
      empty={<EmptyState title={t.filter.nothing}>{t.filter.nothingStep}</EmptyState>}
    />
  );
};

const ToLook = ({ look, href, n }: { look: Look; href: string; n: number }) =>
  n === 0 ? null : (
    <a class="to-look" href={href} title={look.t.waitingHint(n)}>
      {look.t.waiting(n)}
    </a>
  );

const pickColumn = (
  many: NonNullable<Props['many']>,
  picked: Props['picked'],
): Column<SourceRow> => ({
  key: 'pick',
  label: many.column,
  cell: ({ id, name, interviewId }) =>
    interviewId === null && (
      <input
        type="checkbox"
        name="pick"
        value={String(id)}
        form="set-many"
        checked={picked.has(String(id))}
        aria-label={many.pick(name)}
      />
    ),
});

type Sort = NonNullable<Column<SourceRow>['sort']>;

/** A second click turns the order round; numbers begin with the largest. */
function sortOf(
  sort: string,
  hrefOf: Props['sortHref'],
  key: string,
  isDescendingFirst: boolean,
): Sort {
  if (sort === key) return { href: hrefOf(`-${key}`), direction: 'ascending' };
  if (sort === `-${key}`) return { href: hrefOf(key), direction: 'descending' };
  return { href: hrefOf(isDescendingFirst ? `-${key}` : key) };
}

function columns(
  t: Messages['sources'],
  base: string,
  look: Look,
  sort: (key: string, isDescendingFirst: boolean) => Sort,
): Column<SourceRow>[] {
  const project = base.replace(/\/sources$/, '');
  return [
    {
      key: 'name',
      label: t.list.name,
      sort: sort('name', false),
      cell: ({ id, name }) => (
        <>
          <a class="source-name" href={`${base}/${id}`}>
            {name}
          </a>
          <ToLook look={look} href={`${base}/${id}/look`} n={look.waiting.get(id) ?? 0} />
        </>
      ),
    },
    {
      key: 'interview',
      label: t.list.interview,
      cell: ({ interviewId, interview }) =>
        interviewId === null ? (
          <span class="soft">{t.list.noInterview}</span>
        ) : (
          <a href={`${project}/interviews/${interviewId}`}>{interview}</a>
        ),
    },
    { key: 'kind', label: t.list.kind, cell: ({ kind }) => t.kinds[kind] },
    {
      key: 'length',
      label: t.list.length,
      numeric: true,
      sort: sort('length', true),
      cell: ({ characters }) => characters.toLocaleString('en'),
    },
    {
      key: 'codings',
      label: t.list.codings,
      numeric: true,
      sort: sort('codings', true),
      cell: ({ codings }) => codings.toLocaleString('en'),
    },
    {
      key: 'text',
      label: t.list.version,
      note: t.list.versionNote,
      cell: ({ textSha256 }) => <TextMark sha256={textSha256} />,
    },
    {
      key: 'added',
      label: t.list.added,
      sort: sort('added', true),
      cell: ({ createdAt }) => <When at={createdAt} />,
    },
    {
      key: 'actions',
      label: <span class="visually-hidden">{t.list.actions}</span>,
      cell: ({ id, name }) => (
        <div class="row-actions">
          <a href={`${base}/${id}/details`} aria-label={t.list.detailsOf(name)}>
            {t.list.details}
          </a>
          <form method="post" action={`${base}/${id}/delete`}>
            <Button kind="quiet" size="small" aria-label={t.list.removeOf(name)}>
              {t.list.remove}
            </Button>
          </form>
        </div>
      ),
    },
  ];
}
