import { raw } from 'hono/html';
import { address } from '../../src/domain/address.ts';
import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, EmptyState, PageHeader, Pagination, When } from '../ui/index.ts';

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; isWithdrawn: boolean };
  memos: readonly {
    id: number;
    /** Its Markdown made into safe HTML by whoever calls. */
    html: string;
    author: string;
    createdAt: string;
    place: { start: number; end: number } | null;
  }[];
  total: number;
  page: number;
  pageSize: number;
}

/** Memos on a source itself: what came with a document as comments. */
export const MemosPage = (props: Props) => {
  const { shell, projectId, source, memos, total, page, pageSize } = props;
  const t = shell.t.sources.memos;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: `${here}/details`, label: source.name },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead(source.name, total)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      {memos.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyStep}</EmptyState>
      ) : (
        <>
          <ul class="source-memos">
            {memos.map((memo) => (
              <li class="source-memo">
                <div class="source-memo-words" dir="auto">
                  {raw(memo.html)}
                </div>
                <p class="soft small">
                  {t.by(memo.author)} <When at={memo.createdAt} />
                </p>
                <div class="actions">
                  {memo.place !== null && (
                    <a href={`${here}?at=${memo.place.start}-${memo.place.end}#at`}>{t.open}</a>
                  )}
                  <form method="post" action={`${here}/memos/${memo.id}/delete`}>
                    <Button size="small">{t.remove}</Button>
                  </form>
                </div>
              </li>
            ))}
          </ul>
          <Pagination
            label={t.pages}
            summary={t.page((page - 1) * pageSize + 1, (page - 1) * pageSize + memos.length, total)}
            previous={
              page > 1
                ? { href: address(`${here}/memos`, { page: String(page - 1) }), label: t.previous }
                : undefined
            }
            next={
              page * pageSize < total
                ? { href: address(`${here}/memos`, { page: String(page + 1) }), label: t.next }
                : undefined
            }
          />
        </>
      )}
    </Shell>
  );
};
