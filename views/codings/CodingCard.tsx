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
  /** On the coding's own page: forms lead back to the text, and what needs script is left out. */
  isPage?: boolean | undefined;
};

/** One coding: its code, who made it when, what can be done with it, and what they noted. */
export const CodingCard = (props: CodingCardProps) => {
  const { t, card, isPage = false } = props;
  const { code, coding } = card;
  return (
    <div class="coding-card-inside">
      <p class="coding-card-code">
        <CodeSwatch name={code.name} colour={code.colour} path={code.path.slice(0, -1)} />
      </p>
      <p class="soft small">
        {t.card.by(coding.coder, formatDate(coding.createdAt.slice(0, 10)))}
        {coding.forReport && ` · ${t.card.isForReport}`}
      </p>
      <Acts {...props} />
      <Memos {...props} />
      {!isPage && <div id="coding-history" aria-live="polite" />}
    </div>
  );
};

/** A form that htmx sends from the workbench, and the browser from the coding's own page. */
const post = (action: string, isPage: boolean) => ({
  method: 'post' as const,
  action,
  ...(isPage ? {} : { 'hx-post': action, 'hx-swap': 'none' }),
});

const Acts = ({ t, card, href, isPage = false }: CodingCardProps) => (
  <div class="card-acts">
    {!isPage && (
      <>
        <Button type="button" size="small" data-card-act="add">
          {t.card.add}
        </Button>
        <Button type="button" size="small" data-card-act="replace">
          {t.card.replace}
        </Button>
        <Button type="button" size="small" data-card-act="quote">
          {t.card.copy}
        </Button>
      </>
    )}
    <form {...post(`${href}/report`, isPage)}>
      <input type="hidden" name="on" value={card.coding.forReport ? 'no' : 'yes'} />
      <Button size="small">{card.coding.forReport ? t.card.notForReport : t.card.forReport}</Button>
    </form>
    <form {...post(`${href}/remove`, isPage)}>
      <Button size="small">{t.card.remove}</Button>
    </form>
    {!isPage && (
      <a
        class="button button-small"
        href={`${href}#history`}
        hx-get={`${href}/history`}
        hx-target="#coding-history"
        hx-swap="innerHTML"
      >
        {t.card.history}
      </a>
    )}
  </div>
);

const Memos = ({ t, card, href, typed, isPage = false }: CodingCardProps) => (
  <>
    {card.otherMemos.map(({ author, body }) => (
      <figure class="coding-card-memo">
        <figcaption class="soft small">{t.card.otherMemo(author)}</figcaption>
        <p>{body}</p>
      </figure>
    ))}
    {typed !== undefined && (
      <Notice>
        <p>{t.card.changedSince}</p>
        {card.memo !== null && <blockquote>{card.memo.body}</blockquote>}
      </Notice>
    )}
    <form {...post(`${href}/memo`, isPage)}>
      <input type="hidden" name="revision" value={card.memo?.revision ?? ''} />
      <TextArea
        name="body"
        label={t.card.memo}
        hint={t.card.memoHint}
        value={typed ?? card.memo?.body ?? ''}
        rows={4}
        maxlength={20_000}
      />
      <Button kind="primary" size="small">
        {t.card.save}
      </Button>
    </form>
  </>
);
