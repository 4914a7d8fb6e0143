import { OwnTabs, PiecePage, type PieceProps } from '../codebook/PiecePage.tsx';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, type Column } from '../ui/index.ts';
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

interface Props extends PieceProps {
  own: boolean;
  counts: readonly CodeCount[];
  minCell: number;
}

/** Sources listed; the table of themes has them all. */
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
      <p class="code-counts-foot small soft">
        {isAnyHidden && `${words.protection(minCell)} `}
        {first && <a href={themesHref(projectId, { ...first.choices, own })}>{words.table}</a>}
      </p>
    </div>
  );
};

type Kind = 'group' | 'region' | 'source';

const Count = (props: Props & { count: CodeCount }) => {
  const { t, projectId, count, minCell } = props;
  const { choices, lines, total } = count;
  const words = t.code.counts;
  const kind = choices.by as Kind;
  const isSource = kind === 'source';
  const used = isSource ? lines.filter(({ value }) => (value ?? 0) > 0) : lines;
  const shown = isSource ? used.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)) : used;
  const hidden = isSource ? lines.filter(({ value }) => value === null).length : 0;
  const isEmpty = shown.length === 0 && hidden === 0;
  return (
    <div class="code-tally">
      {isEmpty ? (
        <>
          <p>
            <strong>{words.by[kind]}</strong>
          </p>
          <p class="soft">{words.none[kind]}</p>
        </>
      ) : (
        <DataTable
          caption={<strong>{words.by[kind]}</strong>}
          label={words.by[kind]}
          columns={columnsOf(props)}
          rows={[...shown.slice(0, isSource ? SOURCES : shown.length), total]}
          row={({ key }) => ({ class: key === null ? 'code-tally-all' : undefined })}
        />
      )}
      {hidden > 0 && <p class="small soft">{words.hidden(hidden, minCell)}</p>}
      {isSource && shown.length > SOURCES && (
        <p class="small">
          <a href={themesHref(projectId, choices)}>{words.more(shown.length)}</a>
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
      label: choices.count === 'passages' ? words.unit.passages : words.unit.respondents,
      numeric: true,
      cell: ({ key, value, of, isSmall }) =>
        value === null ? (
          <HiddenCount t={t} isSmall={isSmall} minCell={minCell} />
        ) : (
          <>
            <a href={hrefOf({ codeId: code.id, column: key })}>{value.toLocaleString('en')}</a>{' '}
            <span class="soft">{words.of(of)}</span>{' '}
            <span class="code-share soft">{shareWords(value, of)}</span>
          </>
        ),
    },
  ];
  return columns;
}

/** The counts of one code on a page of their own. */
export const CodeCountsPage = (props: Props & { shell: ShellProps; withdrawn: number }) => {
  const { t, projectId, code, own } = props;
  const words = t.code.counts;
  return (
    <PiecePage {...props} title={words.titleOf(code.name)} lead={words.lead}>
      <OwnTabs {...{ t, projectId, code }} choices={{ own }} piece="counts" />
      <Counts {...props} />
    </PiecePage>
  );
};
