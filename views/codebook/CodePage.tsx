import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  codeColourClass,
  DefinitionList,
  Disclosure,
  Kbd,
  Later,
} from '../ui/index.ts';
import { AddForm } from './AddForm.tsx';
import { EditForm, type Stale } from './EditForm.tsx';
import { Examples } from './Examples.tsx';
import { Memos } from './Memos.tsx';
import { MoveForm } from './MoveForm.tsx';
import { codeHref, type PassageChoices, type Piece } from './code-address.ts';
import { OwnTabs } from './PiecePage.tsx';
import { Tree, type TreeProps } from './Tree.tsx';
import {
  codebookHref,
  type CodeFormView,
  type CodeView,
  type ExampleView,
  type Errors,
  type MemoView,
} from './types.ts';

/** Which of the page's forms an answer is about, so that what was typed stands in it. */
export type FormName = 'edit' | 'add' | 'move' | 'memo' | 'memoEdit';

export type CodePageProps = Omit<TreeProps, 't' | 'current'> & {
  shell: ShellProps;
  code: CodeView;
  memos: readonly MemoView[];
  /** Passages picked as examples. */
  examples: readonly ExampleView[];
  /** Which of its passages are listed. */
  choices: PassageChoices;
  /** Interviews whose codings are in no count. */
  withdrawn: number;
  /** Codings that go when this code goes, those that count nowhere too. */
  lost: number;
  form: FormName | null;
  values: CodeFormView;
  added: { name: string; definition: string };
  memo: string;
  errors: Errors;
  stale: Stale | null;
};

/** One code: its rule in full, what can be done with it, where it was used. */
export const CodePage = (props: CodePageProps) => {
  const { shell, code, codes, usage, projectId } = props;
  const t = shell.t.codebook;
  const used = usage.get(code.id) ?? { own: 0, all: 0 };
  const errorsOf = (form: FormName) => (props.form === form ? props.errors : {});
  return (
    <Shell shell={shell} title={code.path} current="codebook">
      <div class="codebook-columns has-code">
        <nav class="codebook-side" aria-label={t.title}>
          <Tree t={t} {...{ projectId, codes, usage }} current={code.id} />
        </nav>
        <article class={`codebook-panel ${codeColourClass(code.colourNumber)}`} id="code">
          <Breadcrumbs label={t.breadcrumbs} items={above(props)} />
          <h1 class="codebook-title" dir="auto">
            <span class="swatch" aria-hidden="true" />
            {code.name}
          </h1>
          <Rule {...props} used={used} />
          <Disclosure summary={t.edit} open={props.form === 'edit'} id="edit">
            <EditForm
              t={t}
              shell={shell.t.shell}
              exampleHint={shell.t.code.examples.hint}
              action={codebookHref(projectId, `/${code.id}`)}
              values={props.values}
              errors={errorsOf('edit')}
              stale={props.stale}
            />
          </Disclosure>
          <Disclosure summary={t.add.subCode} open={props.form === 'add'} id="add">
            <AddForm
              t={t}
              optional={shell.t.shell.optional}
              {...{ projectId, codes }}
              under={code}
              values={{ ...props.added, parent: String(code.id) }}
              errors={errorsOf('add')}
              prefix="add"
            />
          </Disclosure>
          <Disclosure summary={t.move.title} open={props.form === 'move'} id="move">
            <MoveForm t={t} {...{ projectId, codes, code }} errors={errorsOf('move')} />
          </Disclosure>
          <p class="actions codebook-rework">
            <ButtonLink href={codebookHref(projectId, `/${code.id}/merge`)}>
              {t.merge.link}
            </ButtonLink>
            <ButtonLink href={codebookHref(projectId, `/${code.id}/split`)}>
              {t.split.link}
            </ButtonLink>
            <ButtonLink href={codebookHref(projectId, `/${code.id}/questions`)}>
              {shell.t.analysis.ties.link}
            </ButtonLink>
          </p>
          <Used {...props} />
          <Memos
            t={t}
            action={codebookHref(projectId, `/${code.id}/memos`)}
            memos={props.memos}
            typed={props.memo}
            error={errorsOf('memo')['body']}
          />
          <section aria-labelledby="changes">
            <h2 id="changes">{shell.t.code.past.title}</h2>
            <Part {...props} piece="changes" choices={{}} words={shell.t.code.past} />
          </section>
          <section aria-labelledby="remove-title">
            <h2 id="remove-title">{t.remove.title}</h2>
            <form method="post" action={codebookHref(projectId, `/${code.id}/delete`)}>
              <p class="soft">{t.remove.text({ subCodes: code.below, codings: props.lost })}</p>
              <Button kind="danger">{t.remove.save}</Button>
            </form>
          </section>
        </article>
      </div>
    </Shell>
  );
};

/** The codebook and the codes above this one, as links. */
function above({ shell, code, codes, projectId }: CodePageProps) {
  const byId = new Map(codes.map((one) => [one.id, one]));
  const items: { href: string; label: string }[] = [];
  for (let one = byId.get(code.parentId ?? 0); one; one = byId.get(one.parentId ?? 0))
    items.unshift({ href: codebookHref(projectId, `/${one.id}`), label: one.name });
  return [{ href: codebookHref(projectId), label: shell.t.codebook.title }, ...items];
}

/** How much the code was used, where and with what: it takes longer to reckon than the page, and comes after it. */
const Used = (props: CodePageProps) => {
  const { shell, code, projectId, choices } = props;
  const { t } = shell;
  const { counts, passages } = t.code;
  return (
    <>
      <section aria-labelledby="counts">
        <h2 id="counts">{counts.title}</h2>
        {code.below > 0 && <OwnTabs {...{ t, projectId, code, choices }} piece={null} />}
        <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
        <Part {...props} piece="counts" choices={{ own: choices.own }} words={counts} />
      </section>
      <section aria-labelledby="passages">
        <h2 id="passages">{passages.title}</h2>
        <Part {...props} piece="passages" words={passages} />
      </section>
      <section aria-labelledby="together">
        <h2 id="together">{t.code.together.title}</h2>
        <Part {...props} piece="together" choices={{}} words={t.code.together} />
      </section>
    </>
  );
};

const Part = (
  props: Pick<CodePageProps, 'projectId' | 'code'> & {
    piece: Piece;
    choices: Partial<PassageChoices>;
    words: { link: string; waiting: string };
  },
) => (
  <Later
    href={codeHref(props.projectId, props.code.id, props.choices, props.piece)}
    link={props.words.link}
    waiting={props.words.waiting}
  />
);

const Rule = ({
  shell,
  code,
  used,
  projectId,
  examples,
}: CodePageProps & { used: { own: number; all: number } }) => {
  const t = shell.t.codebook;
  const texts = [code.definition, code.useWhen, code.notWhen, code.example];
  const hasRule = examples.length > 0 || texts.some((one) => one !== '');
  const words = (text: string) =>
    text === '' ? (
      ''
    ) : (
      <span class="codebook-words" dir="auto">
        {text}
      </span>
    );
  return (
    <section class="codebook-rule" aria-label={t.rule}>
      {!hasRule && <p class="soft">{t.noRule}</p>}
      <DefinitionList
        items={[
          { term: t.definition, value: words(code.definition) },
          { term: t.useWhen, value: words(code.useWhen) },
          { term: t.notWhen, value: words(code.notWhen) },
          { term: t.example, value: words(code.example) },
          {
            term: shell.t.code.examples.title,
            value: examples.length === 0 ? '' : <Examples {...{ shell, projectId, examples }} />,
          },
          { term: t.key, value: code.key === null ? '' : <Kbd>{code.key.toUpperCase()}</Kbd> },
          {
            term: t.codingsTerm,
            value: t.codingsOf({ own: used.own, all: code.below > 0 ? used.all : null }),
          },
          { term: t.structure, value: code.isCodable ? '' : <Badge>{t.structureOnly}</Badge> },
        ]}
      />
    </section>
  );
};
