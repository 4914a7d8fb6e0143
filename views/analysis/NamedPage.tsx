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
  type Content,
} from '../ui/index.ts';
import type { Messages } from '../messages/index.ts';

/** Words of a list of what is kept under names; those of views serve as the pattern. */
export type NamedWords = Omit<Messages['analysis']['views'], 'open' | 'toThemes'>;

/** Something kept under a name as its list shows it. */
export interface NamedItem {
  id: number;
  name: string;
  /** What it is, in a sentence. */
  says: string;
  revision: number;
  /** What can be done with it, or what is wrong with it. */
  more?: Content;
}

/** A name that could not be given; `id` null for what is not kept yet. */
export interface RefusedName {
  id: number | null;
  name: string;
  kept: string;
  error: string;
}

/** One kind of things that are kept under names. */
export interface NamedKind {
  words: NamedWords;
  /** The address of the list; a thing's own is below it. */
  home: string;
  /** The field that carries what is kept, as an address says it. */
  field: 'view' | 'query';
}

interface Props extends NamedKind {
  shell: ShellProps;
  items: readonly NamedItem[];
  page: number;
  pages: number;
  refused: RefusedName | null;
  /** Where such things are made. */
  made: { href: string; label: string };
}

/** What is kept under names: opened, renamed, removed. */
export const NamedPage = (props: Props) => {
  const { shell, words, home, items, page, pages, refused, made } = props;
  const href = (to: number) => (to > 1 ? `${home}?page=${to}` : home);
  return (
    <Shell shell={shell} title={words.title} current="themes">
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={<ButtonLink href={made.href}>{made.label}</ButtonLink>}
      />
      {refused?.id === null && <KeepForm {...props} {...refused} />}
      {items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneStep}</EmptyState>
      ) : (
        <ul class="saved-list">
          {items.map((item) => (
            <Kept {...props} item={item} refused={refused?.id === item.id ? refused : null} />
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

/** Keeps what is on a page under a name. */
export const KeepNamed = (props: NamedKind & { kept: string }) => (
  <Disclosure summary={props.words.keep} class="keep-view">
    <KeepForm {...props} name="" />
  </Disclosure>
);

const KeepForm = (props: NamedKind & { name: string; kept: string; error?: string }) => (
  <form class="saved-form" method="post" action={props.home}>
    <input type="hidden" name={props.field} value={props.kept} />
    <TextInput
      name="name"
      id={`${props.field}-name`}
      label={props.words.name}
      value={props.name}
      error={props.error}
      maxlength={200}
    />
    <Button>{props.words.save}</Button>
  </form>
);

const Kept = (props: NamedKind & { item: NamedItem; refused: RefusedName | null }) => {
  const { words, refused } = props;
  const { id, name, says, revision, more } = props.item;
  const action = `${props.home}/${id}`;
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
      {more}
      <div class="saved-acts">
        <Disclosure summary={words.rename} open={refused !== null}>
          <form class="saved-form" method="post" action={action}>
            <input type="hidden" name="revision" value={String(revision)} />
            <TextInput
              name="name"
              id={`${props.field}-name-${id}`}
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
