import { Shell } from '../layout/Shell.tsx';
import {
  Breadcrumbs,
  Button,
  EmptyState,
  PageHeader,
  Pagination,
  Select,
  Tabs,
} from '../ui/index.ts';
import { AccountSection } from './Account.tsx';
import { draftHref, importHref, SHOWS, type PreviewQuery } from './address.ts';
import { Many } from './Many.tsx';
import { Row } from './Row.tsx';
import type { PreviewPageProps } from './types.ts';
import { WholeList } from './WholeList.tsx';

/** A list that is looked at before it is imported: the account, what holds for all of it, then row by row. */
export const PreviewPage = (props: PreviewPageProps) => {
  const { shell, projectId, draft } = props;
  const t = shell.t.register;
  return (
    <Shell shell={shell} title={t.preview.title} current="interviews" variant="wide">
      <Breadcrumbs
        label={t.preview.breadcrumbs}
        items={[
          { href: `/projects/${projectId}/interviews`, label: shell.t.interviews.title },
          { href: importHref(projectId), label: t.start.title },
        ]}
      />
      <PageHeader
        title={t.preview.title}
        eyebrow={draft.name === '' ? t.start.pasted : draft.name}
      />
      <AccountSection {...props} />
      <WholeList {...props} />
      <Rows {...props} />
      <Lists {...props} />
    </Shell>
  );
};

const Rows = (props: PreviewPageProps) => {
  const { shell, projectId, draft, query, counts, rows, shown } = props;
  const t = shell.t.register.preview;
  const to = (change: Partial<PreviewQuery>): string =>
    draftHref(projectId, draft.id, { ...query, edit: null, ...change });
  const [title, text] = t.none[query.show] ?? ['', ''];
  const last = shown.from + rows.length - 1;
  return (
    <section id="rows" aria-label={t.shows[query.show]}>
      <Tabs
        label={t.showsLabel}
        items={SHOWS.map((show) => ({
          href: to({ show, place: '', page: 1 }),
          label: t.shows[show],
          count: counts[show],
          current: show === query.show,
        }))}
      />
      <Places {...props} />
      {rows.length === 0 && (
        <EmptyState title={title}>{query.place === '' ? text : t.noneHere}</EmptyState>
      )}
      {rows.length > 0 && <Many {...props} />}
      {rows.map((row) => (
        <Row page={props} row={row} />
      ))}
      {shown.lastPage > 1 && (
        <Pagination
          label={t.pages}
          summary={t.page(shown.from, last, shown.total)}
          previous={
            query.page > 1 ? { href: to({ page: query.page - 1 }), label: t.previous } : undefined
          }
          next={
            query.page < shown.lastPage
              ? { href: to({ page: query.page + 1 }), label: t.next }
              : undefined
          }
        />
      )}
    </section>
  );
};

const Places = ({ shell, projectId, draft, query, places }: PreviewPageProps) => {
  const t = shell.t.register.preview;
  if (places.length < 2 || query.show === 'others') return null;
  return (
    <form method="get" action={draftHref(projectId, draft.id)} class="reg-places">
      <input type="hidden" name="show" value={query.show} />
      <Select
        name="place"
        label={t.place}
        empty={t.anyPlace}
        value={query.place}
        options={places.map((place) => ({ value: place, label: place }))}
      />
      <Button>{t.apply}</Button>
    </form>
  );
};

/** What the fields for group, region and interviewer offer as one types. */
const Lists = ({ groups, regions, places }: PreviewPageProps) => (
  <>
    {Object.entries({ groups, regions, places }).map(([name, options]) => (
      <datalist id={`reg-${name}`}>
        {options.map((value) => (
          <option value={value} />
        ))}
      </datalist>
    ))}
  </>
);
