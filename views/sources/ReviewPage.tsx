import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, EmptyState, PageHeader, RadioGroup } from '../ui/index.ts';

interface Tally {
  kept: number;
  changed: number;
  lost: number;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; isWithdrawn: boolean };
  changes: { insertions: number; deletions: number; authors: string };
  /** The first of them. */
  comments: readonly { author: string; day: string; words: string; quote: string }[];
  commentCount: number;
  commentAuthors: string;
  /** Where the readings differ. */
  places: {
    places: readonly { before: string; accepted: string; rejected: string; after: string }[];
    more: number;
  };
  /** What would become of codings; null for the reading that the text is now. */
  fates: { accepted: Tally | null; rejected: Tally | null };
}

/** What people left in a document while they worked on it, and how it is to be taken. */
export const ReviewPage = (props: Props) => {
  const { shell, projectId, source, changes, commentCount } = props;
  const t = shell.t.sources.review;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  const hasChanges = changes.insertions + changes.deletions > 0;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: `${here}/details`, label: source.name },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead(source.name)} />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      {!hasChanges && commentCount === 0 ? (
        <EmptyState title={t.empty}>{t.emptyStep}</EmptyState>
      ) : (
        <form class="form review" method="post" action={`${here}/review`}>
          {hasChanges && <Changes {...props} />}
          {commentCount > 0 && <Comments {...props} />}
          <div class="actions">
            <Button kind="primary">{t.save}</Button>
            <a href={`${here}/details`}>{t.back}</a>
          </div>
        </form>
      )}
    </Shell>
  );
};

const Changes = ({ shell, changes, places, fates }: Props) => {
  const t = shell.t.sources.review;
  const isOther = fates.accepted !== null && fates.rejected !== null;
  const hint = (fate: Tally | null): string =>
    fate === null ? t.now : t.fate(shell.t.versions.tally(fate));
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.changes(changes)}</h2>
      <ul class="review-places">
        {places.places.map(({ before, accepted, rejected, after }) => (
          <li dir="auto">
            {before}
            {rejected !== '' && <del>{rejected}</del>}
            {accepted !== '' && <ins>{accepted}</ins>}
            {after}
          </li>
        ))}
      </ul>
      {places.more > 0 && <p class="soft">{t.more(places.more)}</p>}
      <RadioGroup
        name="tracked"
        label={t.tracked}
        look="list"
        value={isOther ? 'keep' : fates.accepted === null ? 'accepted' : 'rejected'}
        options={[
          ...(isOther ? [{ value: 'keep', label: t.keep, hint: t.keepHint }] : []),
          { value: 'accepted', label: t.accepted, hint: hint(fates.accepted) },
          { value: 'rejected', label: t.rejected, hint: hint(fates.rejected) },
        ]}
      />
    </section>
  );
};

const Comments = ({ shell, comments, commentCount, commentAuthors }: Props) => {
  const t = shell.t.sources.review;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t.comments(commentCount, commentAuthors)}</h2>
      <ul class="review-comments">
        {comments.map(({ author, day, words, quote }) => (
          <li>
            {quote !== '' && (
              <blockquote class="review-quote" dir="auto">
                {quote}
              </blockquote>
            )}
            <p>
              <span class="soft">{[author, day].filter((part) => part !== '').join(', ')}:</span>{' '}
              <span dir="auto">{words}</span>
            </p>
          </li>
        ))}
      </ul>
      {commentCount > comments.length && (
        <p class="soft">{t.more(commentCount - comments.length)}</p>
      )}
      <RadioGroup
        name="comments"
        label={t.take}
        look="list"
        value="memos"
        options={[
          { value: 'memos', label: t.memos, hint: t.memosHint },
          { value: 'leave', label: t.leave },
        ]}
      />
    </section>
  );
};
