import { formatDate } from '../../src/domain/dates/format.ts';
import { CodeSwatch } from '../ui/index.ts';
import { sourceHref } from './href.ts';
import type { BesideView, CodeView, MemoView, T } from './types.ts';

type Props = {
  t: T;
  projectId: number;
  beside: BesideView;
  codes: readonly CodeView[];
  /** The filter as it stands in addresses: `&coder=me`. */
  keep: string;
};

/** Below the interview's facts: memos, other texts of these people, the texts before and after. */
export const Beside = (props: Props) => {
  const { t, projectId, beside } = props;
  const { memos, others, neighbours } = beside;
  return (
    <>
      <details class="beside">
        <summary class="rail-head">{t.beside.memos(memos.length)}</summary>
        {memos.length === 0 && <p class="soft small">{t.beside.noMemos}</p>}
        {memos.map((memo) => (
          <Memo {...props} memo={memo} />
        ))}
      </details>
      <details class="beside">
        <summary class="rail-head">{t.beside.others(others.length)}</summary>
        {others.length === 0 && <p class="soft small">{t.beside.noOthers}</p>}
        <ul class="beside-list">
          {others.map(({ id, name, interview, date }) => (
            <li>
              <a href={sourceHref(projectId, id)}>{name}</a>{' '}
              <span class="soft">{t.interview(interview, date && formatDate(date))}</span>
            </li>
          ))}
        </ul>
      </details>
      <nav class="beside-ways" aria-label={t.beside.ways}>
        {neighbours.before !== null && (
          <a href={sourceHref(projectId, neighbours.before.id)} id="source-before">
            {t.beside.before(neighbours.before.name)}
          </a>
        )}
        {neighbours.after !== null && (
          <a href={sourceHref(projectId, neighbours.after.id)} id="source-after">
            {t.beside.after(neighbours.after.name)}
          </a>
        )}
      </nav>
    </>
  );
};

const Memo = ({ t, codes, keep, memo }: Props & { memo: MemoView }) => {
  const { author, body, coding, updatedAt } = memo;
  const code = coding && codes.find(({ id }) => id === coding.codeId);
  return (
    <figure class="beside-memo">
      <blockquote dir="auto">{body}</blockquote>
      <figcaption class="soft small">
        {coding && code ? (
          <CodeSwatch
            name={code.name}
            colour={code.colour}
            href={`?coding=${coding.id}${keep}#coding-${coding.id}`}
          />
        ) : (
          t.beside.onText
        )}{' '}
        {t.card.by(author, formatDate(updatedAt.slice(0, 10)))}
      </figcaption>
    </figure>
  );
};
