import { formatDate } from '../../src/domain/dates/format.ts';
import { Button, CodeSwatch, Notice, TextArea } from '../ui/index.ts';
import type { CodingCardView, T } from './types.ts';

export type CodingCardProps = {
  t: T;
  card: CodingCardView;
  /** `/projects/1/sources/2/codings/3` */
  href: string;
  /** What was typed on top of a memo that has changed since; both are shown. */
  typed?: string | undefined;
};

/** One coding: its code, who made it when, what they noted, and the way to take it off. */
export const CodingCard = ({ t, card, href, typed }: CodingCardProps) => {
  const { code, coding, memo, otherMemos } = card;
  return (
    <div class="coding-card-inside">
      <p class="coding-card-code">
        <CodeSwatch name={code.name} colour={code.colour} path={code.path.slice(0, -1)} />
      </p>
      <p class="soft small">{t.card.by(coding.coder, formatDate(coding.createdAt.slice(0, 10)))}</p>
      {otherMemos.map(({ author, body }) => (
        <figure class="coding-card-memo">
          <figcaption class="soft small">{t.card.otherMemo(author)}</figcaption>
          <p>{body}</p>
        </figure>
      ))}
      {typed !== undefined && (
        <Notice>
          <p>{t.card.changedSince}</p>
          {memo !== null && <blockquote>{memo.body}</blockquote>}
        </Notice>
      )}
      <form method="post" action={`${href}/memo`} hx-post={`${href}/memo`} hx-swap="none">
        <input type="hidden" name="revision" value={memo?.revision ?? ''} />
        <TextArea
          name="body"
          label={t.card.memo}
          hint={t.card.memoHint}
          value={typed ?? memo?.body ?? ''}
          rows={4}
          maxlength={20_000}
        />
        <Button kind="primary" size="small">
          {t.card.save}
        </Button>
      </form>
      <form method="post" action={`${href}/remove`} hx-post={`${href}/remove`} hx-swap="none">
        <Button size="small">{t.card.remove}</Button>
      </form>
    </div>
  );
};
