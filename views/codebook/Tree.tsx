import type { Messages } from '../messages/index.ts';
import { classes, codeColourClass } from '../ui/index.ts';
import { codebookHref, type CodeView, type UsageView } from './types.ts';

export type TreeProps = {
  t: Messages['codebook'];
  projectId: number;
  /** Each before its sub-codes. */
  codes: readonly CodeView[];
  usage: ReadonlyMap<number, UsageView>;
  /** The code whose page this is. */
  current: number | null;
};

/**
 * The codebook as nested lists of links. Script makes it a tree for the keyboard (`src/client/codetree.ts`) and sends
 * Alt+arrow to `data-move`; without script each code's page has buttons for the same.
 */
export const Tree = (props: TreeProps) => {
  const { t, projectId, current } = props;
  return (
    <div
      class="codebook"
      id="codebook"
      data-move={codebookHref(projectId)}
      data-current={current ?? ''}
    >
      <div class="codebook-heads" aria-hidden="true">
        <span class="needs-script codebook-fold">
          <button
            type="button"
            class="button button-quiet button-small"
            data-fold="open"
            tabindex={-1}
          >
            {t.expandAll}
          </button>
          <button
            type="button"
            class="button button-quiet button-small"
            data-fold="shut"
            tabindex={-1}
          >
            {t.collapseAll}
          </button>
        </span>
        <span class="codebook-count">{t.own}</span>
        <span class="codebook-count">{t.withSubCodes}</span>
      </div>
      <p class="visually-hidden" id="codebook-help">
        {t.treeHelp}
      </p>
      <List {...props} from={0} to={props.codes.length} label={t.tree} />
    </div>
  );
};

/** The codes from `from` up to `to` that stand side by side, each with what is below it. */
const List = (props: TreeProps & { from: number; to: number; label?: string | undefined }) => {
  const items: number[] = [];
  for (let at = props.from; at < props.to; at += 1 + (props.codes[at]?.below ?? 0)) items.push(at);
  return (
    <ul class={props.label === undefined ? undefined : 'codebook-tree'} aria-label={props.label}>
      {items.map((at) => (
        <Item {...props} at={at} />
      ))}
    </ul>
  );
};

const Item = ({ at, ...props }: TreeProps & { at: number }) => {
  const code = props.codes[at];
  if (code === undefined) return null;
  const { t, projectId } = props;
  const { own, all } = props.usage.get(code.id) ?? { own: 0, all: 0 };
  const isCurrent = code.id === props.current;
  const spoken = t.spoken({
    own,
    all: code.below > 0 ? all : null,
    key: code.key,
    structure: !code.isCodable,
  });
  return (
    <li>
      <a
        class={classes(
          'codebook-code',
          codeColourClass(code.colourNumber),
          code.depth === 0 && 'is-theme',
        )}
        href={codebookHref(projectId, `/${code.id}`)}
        data-code={code.id}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <span class="swatch" aria-hidden="true" />
        <span class="codebook-name" dir="auto">
          {code.name}
        </span>
        <span class="codebook-facts" aria-hidden="true">
          {!code.isCodable && <span class="badge">{t.structureOnly}</span>}
          {code.key !== null && <kbd class="kbd">{code.key.toUpperCase()}</kbd>}
          <span class="codebook-count">{own}</span>
          <span class="codebook-count">{code.below > 0 ? all : ''}</span>
        </span>
        <span class="visually-hidden">{`, ${spoken}`}</span>
      </a>
      {code.definition !== '' && (
        <div class="codebook-definition" id={`d${code.id}`} dir="auto">
          {code.definition}
        </div>
      )}
      {code.below > 0 && (
        <List {...props} from={at + 1} to={at + 1 + code.below} label={undefined} />
      )}
    </li>
  );
};
