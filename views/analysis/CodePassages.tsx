import {
  codeHref,
  isLimited,
  PASSAGE_FILTERS,
  type PassageChoices,
  type PassageFilter,
} from '../codebook/code-address.ts';
import { OwnTabs, PiecePage, type PieceProps } from '../codebook/PiecePage.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Badge, Button, Checkbox, Pagination, Select } from '../ui/index.ts';
import { PassageItem } from './Passages.tsx';
import type { Passage } from './types.ts';

/** What each filter can be set to. */
export type OfferedChoices = Record<PassageFilter, readonly { key: string; label: string }[]>;

/** A passage, and whether it was picked as an example; `codingId` is the coding that is picked, or was. */
export type ListedPassage = Passage & {
  isExample: boolean;
  codingId: number;
};

/** One page of the passages of a code. */
export interface ListedPassages {
  choices: PassageChoices;
  offered: OfferedChoices;
  /** All that the filters leave; null where too few respondents stand behind them. */
  count: number | null;
  /** Number of the first one shown, from 1; and how many a page holds. */
  from: number;
  size: number;
  passages: readonly ListedPassage[];
}

type Props = PieceProps & ListedPassages & { isPiece: boolean };

/** Where the choices lead: on the code's page to the code's page, so that the address names what is shown. */
const hrefOf = ({ projectId, code, isPiece }: Props, choices: Partial<PassageChoices>): string =>
  isPiece
    ? `${codeHref(projectId, code.id, choices)}#passages`
    : codeHref(projectId, code.id, choices, 'passages');

/** What was coded with a code, in the words around it, each with the way to its place in the workbench. */
export const CodePassages = (props: Props) => {
  const { t, count, passages, choices, from } = props;
  const words = t.code.passages;
  return (
    <div class="code-passages">
      <Filters {...props} />
      <p class="soft" role="status">
        {count === null ? words.protectedText : words.found(count, isLimited(choices))}{' '}
        {count === 0 && !isLimited(choices) && (
          <a href={`/projects/${props.projectId}/sources`}>{words.toSources}</a>
        )}
      </p>
      {passages.length > 0 && (
        <ol class="codebook-passages" start={from}>
          {passages.map((passage) => (
            <li>
              <PassageItem {...props} passage={passage} codePath={props.code.path}>
                <Marks {...props} passage={passage} />
              </PassageItem>
            </li>
          ))}
        </ol>
      )}
      <Pages {...props} />
    </div>
  );
};

/** Whether the passage is an example, and the way into the rule of its code, or out of it. */
const Marks = (props: Props & { passage: ListedPassage }) => {
  const { t, projectId, choices, passage } = props;
  const words = t.code.passages;
  const { isExample, codingId } = passage;
  return (
    <>
      {isExample && <Badge>{words.example}</Badge>}
      <form
        class="passage-pick"
        method="post"
        action={`/projects/${projectId}/codings/${codingId}/example`}
      >
        <input type="hidden" name="on" value={isExample ? 'no' : 'yes'} />
        <input type="hidden" name="back" value={hrefOf(props, choices)} />
        <Button kind="quiet" size="small">
          {isExample ? words.drop : words.pick}
        </Button>
      </form>
    </>
  );
};

const Filters = (props: Props) => {
  const { t, choices, offered } = props;
  const words = t.code.passages;
  const shown = PASSAGE_FILTERS.filter((name) => offered[name].length > 1 || choices[name] !== '');
  return (
    <form class="code-filters" method="get" action={hrefOf(props, {})}>
      {choices.own && <input type="hidden" name="own" value="1" />}
      {shown.map((name) => (
        <Select
          name={name}
          id={`passages-${name}`}
          label={words.filter[name]}
          empty={words.any[name]}
          value={choices[name]}
          options={offered[name].map(({ key, label }) => ({ value: key, label }))}
        />
      ))}
      <Checkbox
        name="report"
        id="passages-report"
        value="1"
        label={words.report}
        checked={choices.report}
      />
      <div class="actions">
        <Button>{words.show}</Button>
        {isLimited(choices) && <a href={hrefOf(props, { own: choices.own })}>{words.clear}</a>}
      </div>
    </form>
  );
};

const Pages = (props: Props) => {
  const { choices, from, size } = props;
  const words = props.t.codebook.passages;
  const count = props.count ?? 0;
  if (count <= size) return null;
  const to = Math.min(from + size - 1, count);
  const at = (page: number) => hrefOf(props, { ...choices, page });
  return (
    <Pagination
      label={words.pages}
      summary={words.range(from, to, count)}
      previous={from > 1 ? { href: at(choices.page - 1), label: words.previous } : undefined}
      next={to < count ? { href: at(choices.page + 1), label: words.next } : undefined}
    />
  );
};

/** The passages of a code on a page of their own. */
export const CodePassagesPage = (
  props: Omit<Props, 'isPiece'> & { shell: ShellProps; withdrawn: number },
) => {
  const { t, projectId, code, choices } = props;
  const words = t.code.passages;
  return (
    <PiecePage {...props} title={words.titleOf(code.name)} lead={words.lead}>
      <OwnTabs {...{ t, projectId, code, choices }} piece="passages" />
      <CodePassages {...props} isPiece={false} />
    </PiecePage>
  );
};
