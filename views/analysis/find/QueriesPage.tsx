import type { PassageQuery } from '../../../src/domain/query/index.ts';
import { Shell } from '../../layout/Shell.tsx';
import type { ShellProps } from '../../layout/types.ts';
import {
  Badge,
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  PageHeader,
  Pagination,
  TextInput,
} from '../../ui/index.ts';
import { DEFAULTS, themesHref } from '../address.ts';
import { findHref, queriesHref, queryString } from './address.ts';

type T = ShellProps['t'];

/** A saved query as the list shows it. */
export interface SavedQuery {
  id: number;
  name: string;
  /** In a sentence. */
  says: string;
  isGone: boolean;
  revision: number;
}

/** A name that could not be given; `id` null for a query that is not saved yet. */
export interface RefusedQuery {
  id: number | null;
  name: string;
  query: string;
  error: string;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  queries: readonly SavedQuery[];
  page: number;
  pages: number;
  refused: RefusedQuery | null;
}

/** Queries for passages, saved under a name. */
export const QueriesPage = ({ shell, projectId, queries, page, pages, refused }: Props) => {
  const words = shell.t.analysis.find.queries;
  const href = (to: number) =>
    to > 1 ? `${queriesHref(projectId)}?page=${to}` : queriesHref(projectId);
  return (
    <Shell shell={shell} title={words.title} current="themes">
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href={findHref(projectId)}>{words.toFind}</ButtonLink>}
      />
      {refused?.id === null && <SaveForm t={shell.t} projectId={projectId} {...refused} />}
      {queries.length === 0 ? (
        <EmptyState title={words.none}>{words.noneStep}</EmptyState>
      ) : (
        <ul class="saved-list">
          {queries.map((query) => (
            <Saved
              {...{ t: shell.t, projectId, query }}
              refused={refused?.id === query.id ? refused : null}
            />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          label={words.pages}
          summary={words.page(page, pages)}
          previous={
            page > 1 ? { href: href(Math.min(page - 1, pages)), label: words.previous } : undefined
          }
          next={page < pages ? { href: href(page + 1), label: words.next } : undefined}
        />
      )}
    </Shell>
  );
};

/** Saves the query on the page under a name. */
export const SaveQuery = (props: { t: T; projectId: number; query: PassageQuery }) => (
  <Disclosure summary={props.t.analysis.find.queries.keep} class="keep-view">
    <SaveForm t={props.t} projectId={props.projectId} name="" query={queryString(props.query)} />
  </Disclosure>
);

const SaveForm = (props: {
  t: T;
  projectId: number;
  name: string;
  query: string;
  error?: string;
}) => {
  const words = props.t.analysis.find.queries;
  return (
    <form class="saved-form" method="post" action={queriesHref(props.projectId)}>
      <input type="hidden" name="query" value={props.query} />
      <TextInput
        name="name"
        id="query-name"
        label={words.name}
        value={props.name}
        error={props.error}
        maxlength={200}
      />
      <Button>{words.save}</Button>
    </form>
  );
};

interface SavedProps {
  t: T;
  projectId: number;
  query: SavedQuery;
  refused: RefusedQuery | null;
}

const Saved = ({ t, projectId, query, refused }: SavedProps) => {
  const words = t.analysis.find.queries;
  const { id, name, says, revision } = query;
  const action = `${queriesHref(projectId)}/${id}`;
  return (
    <li class="saved">
      <p class="saved-head">
        <a href={action} dir="auto">
          {name}
        </a>
      </p>
      <p class="found-label" dir="auto">
        {says}
      </p>
      <p class="saved-uses">
        {usesOf(words, projectId, id).map(({ href, label }) => (
          <a href={href} aria-label={words.inTableOf(label, name)}>
            {label}
          </a>
        ))}
      </p>
      {query.isGone && (
        <p>
          <Badge tone="warn">{words.gone}</Badge>
        </p>
      )}
      <div class="saved-acts">
        <Disclosure summary={words.rename} open={refused !== null}>
          <form class="saved-form" method="post" action={action}>
            <input type="hidden" name="revision" value={String(revision)} />
            <TextInput
              name="name"
              id={`query-name-${id}`}
              label={words.name}
              value={refused?.name ?? name}
              error={refused?.error}
              maxlength={200}
            />
            <Button>{words.rename}</Button>
          </form>
        </Disclosure>
        <form method="post" action={`${action}/delete`}>
          <Button kind="quiet" size="small" aria-label={words.removeOf(name)}>
            {words.remove}
          </Button>
        </form>
      </div>
    </li>
  );
};

/** The table of themes with the query as a filter, as a row and as its columns. */
function usesOf(words: T['analysis']['find']['queries'], projectId: number, id: number) {
  const only = [{ facet: 'found' as const, key: String(id) }];
  return [
    {
      href: themesHref(projectId, { ...DEFAULTS, filter: { ...DEFAULTS.filter, only } }),
      label: words.asFilter,
    },
    { href: themesHref(projectId, { ...DEFAULTS, queryRows: [id] }), label: words.asRow },
    { href: themesHref(projectId, { ...DEFAULTS, by: `query-${id}` }), label: words.asColumn },
  ];
}
