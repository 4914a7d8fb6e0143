import { raw } from 'hono/html';
import type { Messages } from '../messages/index.ts';
import { codeColourClass } from '../ui/index.ts';
import { escapeHtml } from './escape.ts';
import { codebookHref, type CodeView, type UsageView } from './types.ts';

export type TreeProps = {
  t: Messages['codebook'];
  projectId: number;
  /** Each before its sub-codes. */
  codes: readonly CodeView[];
  usage: ReadonlyMap<number, UsageView>;
  /** The code whose page this is. */
  current: number | null;
  /** Shown in another order than by hand, so that moving up and down means nothing. */
  isFixed?: boolean | undefined;
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
      data-fixed={props.isFixed === true ? t.order.fixed : undefined}
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
      <form
        class="codebook-chosen"
        method="get"
        action={codebookHref(projectId, '/several')}
        data-chosen
        data-one={t.several.one}
        data-many={t.several.many('%')}
        hidden
      >
        <span data-chosen-count />
        <button class="button button-small">{t.several.change}</button>
        <button type="button" class="button button-quiet button-small" data-chosen-none>
          {t.several.clear}
        </button>
      </form>
      <p class="visually-hidden" id="codebook-help">
        {t.treeHelp}
      </p>
      <ul class="codebook-tree" aria-label={t.tree}>
        {raw(list(props, 0, props.codes.length))}
      </ul>
    </div>
  );
};

/** The codes from `from` up to `to` that stand side by side, each with what is below it. */
function list(props: TreeProps, from: number, to: number): string {
  let items = '';
  for (let at = from; at < to;) {
    const code = props.codes[at];
    if (code === undefined) break;
    items += item(props, code, at);
    at += 1 + code.below;
  }
  return items;
}

/** One code as HTML by hand: two thousand of these as JSX take five times as long. Names and rules are escaped. */
function item(props: TreeProps, code: CodeView, at: number): string {
  const { t, projectId } = props;
  const { own, all } = props.usage.get(code.id) ?? { own: 0, all: 0 };
  const total = code.below > 0 ? all : null;
  const { key, isCodable } = code;
  const spoken = t.spoken({ own, all: total, key, structure: !isCodable });
  const theme = code.depth === 0 ? ' is-theme' : '';
  const current = code.id === props.current ? ' aria-current="page"' : '';
  const badge = isCodable ? '' : `<span class="badge">${escapeHtml(t.structureOnly)}</span>`;
  const kbd = key === null ? '' : `<kbd class="kbd">${escapeHtml(key.toUpperCase())}</kbd>`;
  const rule =
    code.definition === ''
      ? ''
      : `<div class="codebook-definition" id="d${code.id}" dir="auto">${escapeHtml(code.definition)}</div>`;
  const below = code.below === 0 ? '' : `<ul>${list(props, at + 1, at + 1 + code.below)}</ul>`;
  return `<li><a class="codebook-code ${codeColourClass(code.colourNumber)}${theme}" href="${codebookHref(projectId, `/${code.id}`)}" data-code="${code.id}"${current}><span class="swatch" aria-hidden="true"></span><span class="codebook-name" dir="auto">${escapeHtml(code.name)}</span><span class="codebook-facts" aria-hidden="true">${badge}${kbd}<span class="codebook-count">${own}</span><span class="codebook-count">${total ?? ''}</span></span><span class="visually-hidden">, ${escapeHtml(spoken)}</span></a>${rule}${below}</li>`;
}
