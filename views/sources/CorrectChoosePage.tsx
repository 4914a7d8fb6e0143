import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, EmptyState, PageHeader, Pagination } from '../ui/index.ts';

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; isWithdrawn: boolean };
  segments: readonly { start: number; words: string; speaker: string | null }[];
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
}

/** The passages of a text, each with the way to correct it: for who has no keys to do it with in the workbench. */
export const CorrectChoosePage = (props: Props) => {
  const { shell, projectId, source, segments, page, pageSize, total } = props;
  const t = shell.t.versions.correct;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}/correct`;
  const first = (page - 1) * pageSize;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: `${base}/${source.id}`, label: source.name },
        ]}
      />
      <PageHeader title={t.title} lead={t.choose} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      {segments.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <ol class="correct-choices" start={first + 1}>
          {segments.map(({ start, words, speaker }) => (
            <li>
              {speaker !== null && <span class="correct-speaker">{speaker}</span>}
              <p class="correct-words" dir="auto">
                {words}
              </p>
              <a
                class="button button-small"
                href={`${here}?at=${start}`}
                aria-label={t.chooseAt(source.name, speaker ?? '')}
              >
                {t.change}
              </a>
            </li>
          ))}
        </ol>
      )}
      {total > pageSize && (
        <Pagination
          label={t.pages}
          summary={t.page(first + 1, Math.min(first + pageSize, total), total)}
          previous={page > 1 ? { href: `${here}?page=${page - 1}`, label: t.previous } : undefined}
          next={
            first + pageSize < total
              ? { href: `${here}?page=${page + 1}`, label: t.next }
              : undefined
          }
        />
      )}
    </Shell>
  );
};
