import { raw } from 'hono/html';
import type { Messages } from '../messages/index.ts';
import { Button, Disclosure, TextArea, When } from '../ui/index.ts';
import type { MemoView } from './types.ts';

/** Memos on a code, newest first, and room for another. */
export const Memos = ({
  t,
  action,
  memos,
  typed,
  error,
}: {
  t: Messages['codebook'];
  action: string;
  memos: readonly MemoView[];
  typed: string;
  error: string | undefined;
}) => (
  <section aria-labelledby="memos">
    <h2 id="memos">{t.memos.title}</h2>
    {memos.length === 0 && <p class="soft">{t.memos.none}</p>}
    {memos.map((memo) => (
      <article class="codebook-memo">
        {/* Made safe where it was rendered, by http/markdown. */}
        <div class="prose" dir="auto">
          {raw(memo.html)}
        </div>
        <form class="actions small soft" method="post" action={`${action}/${memo.id}/delete`}>
          {memo.author}, <When at={memo.updatedAt} />
          <Button kind="quiet" size="small">
            {t.memos.remove}
          </Button>
        </form>
        <Disclosure summary={t.memos.edit} open={memo.edit !== null}>
          <form class="form" method="post" action={`${action}/${memo.id}`}>
            {/* After a refusal the revision is the one that is shown above: saving again is decided knowingly. */}
            <input type="hidden" name="revision" value={memo.revision} />
            <TextArea
              name="body"
              id={`memo-${memo.id}`}
              label={t.memos.words}
              value={memo.edit?.body ?? memo.body}
              error={memo.edit?.error}
              serif
            />
            <div class="actions">
              <Button>{t.memos.saveEdit}</Button>
            </div>
          </form>
        </Disclosure>
      </article>
    ))}
    <form class="form" method="post" action={action}>
      <TextArea
        name="body"
        label={t.memos.body}
        hint={t.memos.bodyHint}
        value={typed}
        error={error}
        serif
      />
      <div class="actions">
        <Button>{t.memos.save}</Button>
      </div>
    </form>
  </section>
);
