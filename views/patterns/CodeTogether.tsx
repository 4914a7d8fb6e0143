import { codeHref } from '../codebook/code-address.ts';
import { PiecePage, type PieceProps } from '../codebook/PiecePage.tsx';
import type { ShellProps } from '../layout/types.ts';
import { CodeSwatch, DataTable } from '../ui/index.ts';
import { TOGETHER, togetherHref, togetherPassagesHref } from './address.ts';

/** A code that shares words with another. */
export interface MetCode {
  codeId: number;
  path: string;
  /** 1 to 8. */
  colour: number;
  count: number;
  jaccard: number;
}

type Props = PieceProps & {
  met: readonly MetCode[];
  count: number;
  hidden: number;
  minCell: number;
};

/** The codes whose passages overlap with those of a code; each number opens what the two share. */
export const CodeTogether = ({ t, projectId, code, met, count, hidden, minCell }: Props) => {
  const words = t.code.together;
  return (
    <div class="code-together">
      {met.length === 0 ? (
        <p class="soft">{hidden > 0 ? words.noneShown : words.none}</p>
      ) : (
        <DataTable
          caption={words.caption}
          label={words.title}
          columns={[
            {
              key: 'code',
              label: words.code,
              cell: (row) => (
                <CodeSwatch
                  name={row.path}
                  colour={row.colour}
                  href={codeHref(projectId, row.codeId)}
                />
              ),
            },
            {
              key: 'n',
              label: words.overlaps,
              numeric: true,
              cell: (row) => (
                <a
                  href={togetherPassagesHref(projectId, TOGETHER, {
                    a: { codeId: code.id },
                    b: row,
                  })}
                  aria-label={words.both(row.path, row.count)}
                >
                  {row.count.toLocaleString('en')}
                </a>
              ),
            },
            {
              key: 'jaccard',
              label: t.patterns.cooccurrence.jaccard,
              numeric: true,
              cell: ({ jaccard }) => jaccard.toFixed(2),
            },
          ]}
          rows={met}
        />
      )}
      {hidden > 0 && <p class="small soft">{words.hidden(hidden, minCell)}</p>}
      <p class="small">
        {count > met.length ? (
          <a href={codeHref(projectId, code.id, {}, 'together')}>{words.all(count)}</a>
        ) : (
          <a href={togetherHref(projectId, TOGETHER)}>{words.table}</a>
        )}
      </p>
    </div>
  );
};

export const CodeTogetherPage = (props: Props & { shell: ShellProps; withdrawn: number }) => {
  const words = props.t.code.together;
  return (
    <PiecePage {...props} title={words.titleOf(props.code.name)} lead={words.lead}>
      <CodeTogether {...props} />
    </PiecePage>
  );
};
