import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import {
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  PageHeader,
  Pagination,
  TextInput,
} from '../ui/index.ts';
import type { SavedSearch } from './types.ts';

type T = Messages['search'];

/** A name that could not be given; `id` null for a search that is not saved yet. */
interface Refused {
  id: number | null;
  name: string;
  search: string;
  error: string;
}

type Props = {
  shell: ShellProps;
  /** `/projects/1` */
  base: string;
  saved: readonly SavedSearch[];
  page: number;
  pages: number;
  previous: string | null;
  next: string | null;
  /** Interviews not looked into because consent was withdrawn. */
  withdrawn: number;
  refused: Refused | null;
};

/** Searches kept under a name, each with what it finds now. */
export const SavedPage = ({ shell, base, saved, refused, ...list }: Props) => {
  const t = shell.t.search;
  const { page, pages, previous, next, withdrawn } = list;
  const toSearch = <ButtonLink href={`${base}/search`}>{t.saved.toSearch}</ButtonLink>;
  return (
    <Shell shell={shell} title={t.saved.title} current="search">
      <PageHeader title={t.saved.title} lead={t.saved.lead} actions={toSearch} />
      {refused?.id === null && (
        <SaveForm
          t={t}
          base={base}
          search={refused.search}
          name={refused.name}
          error={refused.error}
        />
      )}
      {saved.length === 0 ? (
        <EmptyState title={t.saved.none}>{t.saved.noneStep}</EmptyState>
      ) : (
        <ul class="saved-list">
          {saved.map((one) => (
            <Saved
              t={t}
              base={base}
              saved={one}
              refused={refused?.id === one.id ? refused : null}
            />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          label={t.saved.title}
          summary={t.results.page(page, pages)}
          previous={previous === null ? undefined : { href: previous, label: t.results.previous }}
          next={next === null ? undefined : { href: next, label: t.results.next }}
        />
      )}
      <LeftOut t={shell.t} projectId={shell.project?.id ?? 0} n={withdrawn} />
    </Shell>
  );
};

type SaveProps = { t: T; base: string; search: string; name?: string; error?: string };

/** Gives a search a name. */
export const SaveForm = ({ t, base, search, name = '', error }: SaveProps) => (
  <form class="saved-form" method="post" action={`${base}/searches`}>
    <input type="hidden" name="search" value={search} />
    <TextInput
      {...{ name: 'name', id: 'save-name', label: t.saved.name, value: name, error }}
      maxlength={200}
    />
    <Button>{t.saved.save}</Button>
  </form>
);

type SavedProps = { t: T; base: string; saved: SavedSearch; refused: Refused | null };

const Saved = ({ t, base, saved, refused }: SavedProps) => {
  const { id, name, href, says, matches, revision } = saved;
  const action = `${base}/searches/${id}`;
  return (
    <li class="saved">
      <p class="saved-head">
        <a href={href} dir="auto">
          {name}
        </a>{' '}
        <span class="found-note">
          {matches === null ? t.saved.unreadable : t.saved.finds(matches)}
        </span>
      </p>
      <p class="found-label" dir="auto">
        {says}
      </p>
      <div class="saved-acts">
        <Disclosure summary={t.saved.rename} open={refused !== null}>
          <form class="saved-form" method="post" action={action}>
            <input type="hidden" name="revision" value={String(revision)} />
            <TextInput
              name="name"
              id={`name-${id}`}
              label={t.saved.name}
              value={refused?.name ?? name}
              error={refused?.error}
              maxlength={200}
            />
            <Button>{t.saved.rename}</Button>
          </form>
        </Disclosure>
        <form method="post" action={`${action}/delete`}>
          <Button kind="quiet" size="small" aria-label={t.saved.removeOf(name)}>
            {t.saved.remove}
          </Button>
        </form>
      </div>
    </li>
  );
};
