import { Button, CodeSwatch, TextArea } from '../ui/index.ts';
import type { CodingCardView, T } from './types.ts';

export type CodingCardProps = {
  t: T;
  card: CodingCardView;
  /** `/projects/1/sources/2/codings/3` */
  href: string;
};

/** One coding: its code, who made it when, what they noted, and the way to take it off. */
export const CodingCard = ({ t, card, href }: CodingCardProps) => {
  const { code, coding, memo, otherMemos } = card;
  return (
    <div class="coding-card-inside">
      <p class="coding-card-code">
        <CodeSwatch name={code.name} colour={code.colour} path={code.path.slice(0, -1)} />
      </p>
      <p class="soft small">{t.card.by(coding.coder, card.createdAt.slice(0, 10))}</p>
      {otherMemos.map(({ author, body }) => (
        <figure class="coding-card-memo">
          <figcaption class="soft small">{t.card.otherMemo(author)}</figcaption>
          <p>{body}</p>
        </figure>
      ))}
      <form method="post" action={`${href}/memo`} hx-post={`${href}/memo`} hx-swap="none">
        <input type="hidden" name="revision" value={memo?.revision ?? ''} />
        <TextArea
          name="body"
          label={t.card.memo}
          hint={t.card.memoHint}
          value={memo?.body ?? ''}
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
