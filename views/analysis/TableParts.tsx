import type { Part, Span } from '../../src/domain/crosstab/part.ts';
import type { Messages } from '../messages/index.ts';
import { Pagination } from '../ui/index.ts';
import { themesHref } from './address.ts';
import type { Choices } from './types.ts';

/** On through a table that is too large for one page, by columns and by rows; nothing when it fits. */
export const TableParts = (props: {
  t: Messages;
  projectId: number;
  choices: Choices;
  part: Part;
}) => {
  const { t, part } = props;
  const words = t.analysis.themes.parts;
  return (
    <>
      <Pages
        {...props}
        way="across"
        span={part.columns}
        label={words.columns}
        says={words.columnsShown}
      />
      <Pages {...props} way="down" span={part.rows} label={words.rows} says={words.rowsShown} />
    </>
  );
};

const Pages = (props: {
  t: Messages;
  projectId: number;
  choices: Choices;
  way: keyof Choices['page'];
  span: Span;
  label: string;
  says: (from: number, to: number, of: number) => string;
}) => {
  const { t, projectId, choices, way, span } = props;
  const words = t.analysis.themes.parts;
  if (span.pages === 1) return null;
  const hrefOf = (page: number) =>
    themesHref(projectId, { ...choices, page: { ...choices.page, [way]: page } });
  return (
    <Pagination
      label={props.label}
      summary={props.says(span.from, span.to, span.of)}
      previous={span.page > 1 ? { href: hrefOf(span.page - 1), label: words.previous } : undefined}
      next={span.page < span.pages ? { href: hrefOf(span.page + 1), label: words.next } : undefined}
    />
  );
};
