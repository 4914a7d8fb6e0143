import { CodeSwatch } from '../ui/index.ts';
import type { RulePassage, RuleView, T } from './types.ts';

/** What belongs under a code and what does not, with passages as they were coded, chosen at random. */
export const Rule = ({ t, rule, codeHref }: { t: T; rule: RuleView; codeHref: string }) => {
  const { code, definition, useWhen, notWhen, example, passages, total, elsewhere, round } = rule;
  const isEmpty = definition + useWhen + notWhen + example === '' && rule.picked.length === 0;
  return (
    <div class="code-card" data-rule={code.id} data-shown-round={round}>
      <h2>
        <CodeSwatch name={code.name} colour={code.colour} path={code.path.slice(0, -1)} />
      </h2>
      {definition !== '' && <p>{definition}</p>}
      {useWhen !== '' && (
        <p>
          <strong>{t.rule.useWhen}</strong> {useWhen}
        </p>
      )}
      {notWhen !== '' && (
        <p>
          <strong>{t.rule.notWhen}</strong> {notWhen}
        </p>
      )}
      {example !== '' && <blockquote>{example}</blockquote>}
      {rule.picked.map((passage) => (
        <Passage passage={passage} />
      ))}
      {isEmpty && (
        <p>
          {t.rule.none} <a href={codeHref}>{t.rule.write}</a>
        </p>
      )}
      <p class="small">
        {passages.length > 0
          ? t.rule.passages(passages.length, elsewhere, total)
          : t.rule.noneElsewhere(total)}{' '}
        {elsewhere > passages.length && (
          <a href={`?code=${code.id}&round=${round + 1}#rule`} data-round={round + 1}>
            {t.rule.others}
          </a>
        )}
      </p>
      {passages.map((passage) => (
        <Passage passage={passage} />
      ))}
      {total > 0 && (
        <p class="small">
          <a href={`?under=${code.id}`} data-filter={`under=${code.id}`}>
            {t.rule.only}
          </a>
        </p>
      )}
    </div>
  );
};

const Passage = ({ passage }: { passage: RulePassage }) => (
  <figure>
    <blockquote dir="auto">{passage.text}</blockquote>
    <figcaption>
      <a href={passage.href}>{passage.from}</a>
    </figcaption>
  </figure>
);
