import { classes, codeColourClass, EmptyState, Kbd } from '../ui/index.ts';
import type { CodeView, CountView, T } from './types.ts';

export type CodeTreeProps = {
  t: T;
  /** Each after its parent. */
  codes: readonly CodeView[];
  counts: ReadonlyMap<number, CountView>;
  /** The code whose rule is shown. */
  current: number | null;
  codebookHref: string;
  /** The filter as it stands in addresses: `&coder=me`. */
  keep?: string;
};

/** The codebook beside the text: names to apply or to look up, keys, and how often each was applied. */
export const CodeTree = (props: CodeTreeProps) => {
  const { t, codes } = props;
  if (codes.length === 0)
    return (
      <EmptyState
        level={2}
        title={t.codes.empty}
        action={<a href={props.codebookHref}>{t.codes.toCodebook}</a>}
      >
        {t.codes.emptyStep}
      </EmptyState>
    );
  return (
    <nav aria-label={t.codes.tree}>
      <Branch {...props} parentId={null} />
    </nav>
  );
};

const Branch = (props: CodeTreeProps & { parentId: number | null }) => {
  const children = props.codes.filter((code) => code.parentId === props.parentId);
  if (children.length === 0) return null;
  return (
    <ul class={props.parentId === null ? 'code-tree' : undefined}>
      {children.map((code) => (
        <li>
          <CodeRow {...props} code={code} />
          <Branch {...props} parentId={code.id} />
        </li>
      ))}
    </ul>
  );
};

const CodeRow = ({ t, code, counts, current, keep = '' }: CodeTreeProps & { code: CodeView }) => (
  <div
    class={classes(
      'code-row',
      codeColourClass(code.colour),
      code.parentId === null && 'is-theme',
      current === code.id && 'is-current',
    )}
    data-code={code.id}
    data-key={code.key ?? undefined}
    data-codable={code.isCodable ? true : undefined}
    data-colour={codeColourClass(code.colour)}
  >
    <span class="swatch" aria-hidden="true" />
    <a
      class="code-name"
      href={`?code=${code.id}${keep}#rule`}
      title={code.isCodable ? undefined : t.codes.groupOnly}
      aria-current={current === code.id ? 'true' : undefined}
    >
      {code.name}
    </a>
    {code.key === null ? <span /> : <Kbd>{code.key.toUpperCase()}</Kbd>}
    <CodeCount t={t} id={code.id} count={counts.get(code.id) ?? { here: 0, project: 0 }} />
  </div>
);

/** "5 / 71": here, and in the project. Sent alone when it has changed. */
export const CodeCount = ({ t, id, count }: { t: T; id: number; count: CountView }) => (
  <span class="code-count" id={`count-${id}`} title={t.codes.counts(count.here, count.project)}>
    <span aria-hidden="true">{`${count.here} / ${count.project.toLocaleString('en')}`}</span>
    <span class="visually-hidden">{t.codes.counts(count.here, count.project)}</span>
  </span>
);
