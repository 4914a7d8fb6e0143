import { codeHref } from '../codebook/code-address.ts';
import { OwnTabs, PiecePage, type PieceProps } from '../codebook/PiecePage.tsx';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, Pause, type Column, type Content } from '../ui/index.ts';
import { passagesHrefs, themesHref } from './address.ts';
import { percent } from './format.ts';
import { HiddenCount } from './Hidden.tsx';
import { shareOf } from './share.ts';
import type { Choices } from './types.ts';

/** One number of a code; `key` and `label` are null for all of them together. */
export interface CountLine {
  key: string | null;
  label: string | null;
  /** `null` when hidden. */
  value: number | null;
  of: number;
  /** Hidden for its own sake. */
  isSmall: boolean;
}

/** A code by one classification. */
export interface CodeCount {
  choices: Choices;
  lines: readonly CountLine[];
  total: CountLine;
}

/** Its passages by source, most first. */
export interface SourceCounts {
  lines: readonly { id: number; name: string; count: number }[];
  /** Sources of interviews, with the code or without, that are not shown one by one. */
  hidden: number;
}

interface Props extends PieceProps {
  own: boolean;
  counts: readonly CodeCount[];
  sources: SourceCounts;
  minCell: number;
  isPiece: boolean;
}

/** Sources listed on the code's page; the page of the counts has all. */
const SOURCES = 12;

/** How many mention a code, by group and region, and how often in which source. */
export const Counts = (props: Props) => {
  const { t, projectId, counts, minCell, own } = props;
  const words = t.code.counts;
  const isAnyHidden = counts.some(({ lines, total }) =>
    [...lines, total].some(({ value }) => value === null),
  );
  const [first] = counts;
  return (
    <div class="code-counts">
      {counts.map((count) => (
        <Count {...props} count={count} />
      ))}
      <Sources {...props} />
      <p class="code-counts-foot small soft">
        {isAnyHidden && `${words.protection(minCell)} `}
        {first && <a href={themesHref(projectId, { ...first.choices, own })}>{words.table}</a>}
      </p>
    </div>
  );
};

type Kind = 'group' | 'region';

const Count = (props: Props & { count: CodeCount }) => {
  const { choices, lines, total } = props.count;
  const words = props.t.code.counts;
  const kind = choices.by as Kind;
  return (
    <div class="code-tally">
      <DataTable
        caption={<strong>{words.by[kind]}</strong>}
        label={words.by[kind]}
        columns={columnsOf(props)}
        rows={[...lines, total]}
        row={({ key }) => ({ class: key === null ? 'code-tally-all' : undefined })}
        empty={<Nothing title={words.by[kind]}>{words.none[kind]}</Nothing>}
      />
    </div>
  );
};

const Nothing = ({ title, children }: { title: string; children?: Content }) => (
  <>
    <p>
      <strong>{title}</strong>
    </p>
    <p class="soft">{children}</p>
  </>
);

/** Each number leads to those passages of the list. */
const Sources = ({ t, projectId, code, own, sources, isPiece }: Props) => {
  const words = t.code.counts;
  const { lines, hidden } = sources;
  const shown = isPiece ? lines.slice(0, SOURCES) : lines;
  return (
    <div class="code-tally">
      <DataTable
        caption={<strong>{words.by.source}</strong>}
        label={words.by.source}
        columns={[
          {
            key: 'what',
            label: words.head.source,
            cell: ({ name }) => <span dir="auto">{name}</span>,
          },
          {
            key: 'n',
            label: words.unit.passages,
            numeric: true,
            cell: ({ id, count }) => (
              <a href={`${codeHref(projectId, code.id, { own, source: String(id) })}#passages`}>
                {count.toLocaleString('en')}
              </a>
            ),
          },
        ]}
        rows={shown}
        empty={
          <Nothing title={words.by.source}>
            {hidden > 0 ? words.none.document : words.none.source}
          </Nothing>
        }
      />
      {hidden > 0 && <p class="small soft">{words.hidden(hidden)}</p>}
      {lines.length > shown.length && (
        <p class="small">
          <a href={codeHref(projectId, code.id, { own }, 'counts')}>{words.more(lines.length)}</a>
        </p>
      )}
    </div>
  );
};

function shareWords(value: number, of: number): string {
  const share = shareOf(value, of);
  return share === null ? '' : percent(share);
}

function columnsOf({ t, projectId, code, count, minCell }: Props & { count: CodeCount }) {
  const words = t.code.counts;
  const { choices } = count;
  const hrefOf = passagesHrefs(projectId, choices);
  const columns: Column<CountLine>[] = [
    {
      key: 'what',
      label: words.head[choices.by as Kind],
      cell: ({ label }) => (label === null ? words.all : <span dir="auto">{label}</span>),
    },
    {
      key: 'n',
      label: words.unit.respondents,
      numeric: true,
      cell: ({ key, value, of, isSmall }) =>
        value === null ? (
          <HiddenCount t={t} isSmall={isSmall} minCell={minCell} />
        ) : (
          <>
            <a href={hrefOf({ codeId: code.id, column: key })}>{value.toLocaleString('en')}</a>{' '}
            <span class="soft">{words.of(of)}</span>
            <Pause />
            <span class="code-share soft">{shareWords(value, of)}</span>
          </>
        ),
    },
  ];
  return columns;
}

/** The counts of one code on a page of their own. */
export const CodeCountsPage = (
  props: Omit<Props, 'isPiece'> & { shell: ShellProps; withdrawn: number },
) => {
  const { t, projectId, code, own } = props;
  const words = t.code.counts;
  return (
    <PiecePage {...props} title={words.titleOf(code.name)} lead={words.lead}>
      <OwnTabs {...{ t, projectId, code }} choices={{ own }} piece="counts" />
      <Counts {...props} isPiece={false} />
    </PiecePage>
  );
};
