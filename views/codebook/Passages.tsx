import type { Messages } from '../messages/index.ts';
import { CodeSwatch, Pagination, Tabs } from '../ui/index.ts';
import { codebookHref, type CodeView, type PassageView } from './types.ts';

export type PassagesProps = {
  t: Messages['codebook'];
  projectId: number;
  code: CodeView;
  codes: readonly CodeView[];
  passages: readonly PassageView[];
  withSubCodes: boolean;
  own: number;
  all: number;
  /** Number of the first passage shown, from 0; and how many a page holds. */
  from: number;
  size: number;
};

/** What was coded with this code, each passage with the way to its place in the source. */
export const Passages = (props: PassagesProps) => {
  const { t, code, projectId, passages, withSubCodes, from, size } = props;
  const total = withSubCodes ? props.all : props.own;
  const href = (changes: { with?: boolean; from?: number }) => {
    const query = new URLSearchParams();
    if (code.below > 0 && !(changes.with ?? withSubCodes)) query.set('own', '1');
    if ((changes.from ?? 0) > 0) query.set('from', String(changes.from));
    const text = query.toString();
    return codebookHref(projectId, `/${code.id}${text === '' ? '' : `?${text}`}#passages`);
  };
  const byId = new Map(props.codes.map((one) => [one.id, one]));
  return (
    <section aria-labelledby="passages">
      <h2 id="passages">{t.passages.title}</h2>
      {code.below > 0 && (
        <Tabs
          label={t.passages.which}
          items={[
            {
              href: href({ with: false }),
              label: t.passages.own,
              count: props.own,
              current: !withSubCodes,
            },
            {
              href: href({ with: true }),
              label: t.passages.all,
              count: props.all,
              current: withSubCodes,
            },
          ]}
        />
      )}
      {total === 0 ? (
        <p class="soft">
          {t.passages.none} {t.passages.noneStep}{' '}
          <a href={`/projects/${projectId}/sources`}>{t.passages.toSources}</a>
        </p>
      ) : (
        <ol class="codebook-passages" start={from + 1}>
          {passages.map((passage) => (
            <li>
              <blockquote dir="auto">{passage.text}</blockquote>
              <p class="small soft">
                <a
                  href={`/projects/${projectId}/sources/${passage.sourceId}?at=${passage.start}-${passage.end}#at`}
                >
                  {passage.source}
                </a>
                {`, ${t.passages.by(passage.coder)}`}
                {passage.codeId !== code.id && <SubCode code={byId.get(passage.codeId)} />}
              </p>
            </li>
          ))}
        </ol>
      )}
      {total > size && (
        <Pagination
          label={t.passages.pages}
          summary={t.passages.range(from + 1, Math.min(from + size, total), total)}
          previous={
            from > 0
              ? { href: href({ from: Math.max(0, from - size) }), label: t.passages.previous }
              : undefined
          }
          next={
            from + size < total
              ? { href: href({ from: from + size }), label: t.passages.next }
              : undefined
          }
        />
      )}
    </section>
  );
};

const SubCode = ({ code }: { code: CodeView | undefined }) =>
  code === undefined ? null : (
    <>
      {' · '}
      <CodeSwatch name={code.name} colour={code.colourNumber} />
    </>
  );
