import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  PageHeader,
  Pagination,
  TextInput,
} from '../ui/index.ts';
import { queryOf, themesHref, viewsHref } from './address.ts';
import type { Choices } from './types.ts';

type T = ShellProps['t'];

/** A kept view as the list shows it. */
export interface KeptView {
  id: number;
  name: string;
  /** What it counts, in a sentence. */
  says: string;
  revision: number;
}

/** A name that could not be given; `id` null for a view that is not kept yet. */
export interface RefusedView {
  id: number | null;
  name: string;
  view: string;
  error: string;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  views: readonly KeptView[];
  page: number;
  pages: number;
  refused: RefusedView | null;
}

/** Tables of themes kept under a name. */
export const ViewsPage = ({ shell, projectId, views, page, pages, refused }: Props) => {
  const words = shell.t.analysis.views;
  const href = (to: number) =>
    to > 1 ? `${viewsHref(projectId)}?page=${to}` : viewsHref(projectId);
  return (
    <Shell shell={shell} title={words.title} current="themes">
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href={themesHref(projectId)}>{words.toThemes}</ButtonLink>}
      />
      {refused?.id === null && <KeepForm t={shell.t} projectId={projectId} {...refused} />}
      {views.length === 0 ? (
        <EmptyState title={words.none}>{words.noneStep}</EmptyState>
      ) : (
        <ul class="saved-list">
          {views.map((view) => (
            <Kept
              {...{ t: shell.t, projectId, view }}
              refused={refused?.id === view.id ? refused : null}
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

/** Keeps the table on the page under a name. */
export const KeepView = ({
  t,
  projectId,
  choices,
}: {
  t: T;
  projectId: number;
  choices: Choices;
}) => (
  <Disclosure summary={t.analysis.views.keep} class="keep-view">
    <KeepForm t={t} projectId={projectId} name="" view={queryOf(choices).toString()} />
  </Disclosure>
);

const KeepForm = (props: {
  t: T;
  projectId: number;
  name: string;
  view: string;
  error?: string;
}) => {
  const words = props.t.analysis.views;
  return (
    <form class="saved-form" method="post" action={viewsHref(props.projectId)}>
      <input type="hidden" name="view" value={props.view} />
      <TextInput
        name="name"
        id="view-name"
        label={words.name}
        value={props.name}
        error={props.error}
        maxlength={200}
      />
      <Button>{words.save}</Button>
    </form>
  );
};

interface KeptProps {
  t: T;
  projectId: number;
  view: KeptView;
  refused: RefusedView | null;
}

const Kept = ({ t, projectId, view, refused }: KeptProps) => {
  const words = t.analysis.views;
  const { id, name, says, revision } = view;
  const action = `${viewsHref(projectId)}/${id}`;
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
      <div class="saved-acts">
        <Disclosure summary={words.rename} open={refused !== null}>
          <form class="saved-form" method="post" action={action}>
            <input type="hidden" name="revision" value={String(revision)} />
            <TextInput
              name="name"
              id={`view-name-${id}`}
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
