import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import { Breadcrumbs, Button } from '../ui/index.ts';
import { CodeSelect } from './CodeSelect.tsx';
import { trail } from './trail.ts';
import { codebookHref, type CodeView, type Errors } from './types.ts';

export type MergePageProps = {
  shell: ShellProps;
  projectId: number;
  code: CodeView;
  codes: readonly CodeView[];
  /** The chosen code; null as long as none is. */
  into: CodeView | null;
  /** What merging does; null as long as no code is chosen, or when the choice is refused. */
  merging: {
    codings: number;
    same: number;
    subCodes: number;
    joined: number;
    memos: number;
    summaries: number;
    /** Sub-codes that are merged along, by their paths. */
    twins: readonly { path: string; into: string }[];
  } | null;
  errors: Errors;
};

type Words = { t: Messages['codebook'] };

/** Merging a code into another: choose it, look at what happens, do it. */
export const MergePage = (props: MergePageProps) => {
  const { shell, projectId, code, codes, into, merging, errors } = props;
  const t = shell.t.codebook;
  const action = codebookHref(projectId, `/${code.id}/merge`);
  return (
    <Shell shell={shell} title={t.merge.title(code.name)} current="codebook">
      <div class="codebook-rework-page">
        <Breadcrumbs label={t.breadcrumbs} items={trail(t, projectId, codes, code)} />
        <h1 dir="auto">{t.merge.title(code.name)}</h1>
        <p class="lead">{t.merge.lead}</p>
        <form class="form" method="get" action={action}>
          <CodeSelect
            name="into"
            label={t.merge.into}
            empty={t.merge.choose}
            value={String(into?.id ?? '')}
            error={errors['into'] ?? errors['']}
            codes={codes.filter((one) => one.id !== code.id)}
          />
          <div class="actions">
            <Button kind={merging === null ? 'primary' : 'plain'}>{t.merge.look}</Button>
            <a href={codebookHref(projectId, `/${code.id}`)}>{t.merge.cancel}</a>
          </div>
        </form>
        {into !== null && merging !== null && (
          <section aria-labelledby="merge-preview">
            <h2 id="merge-preview">{t.merge.preview}</h2>
            <ul class="plain-facts">
              {t.merge.facts(merging, into.name).map((fact) => (
                <li>{fact}</li>
              ))}
              {hasRule(code) && <li>{t.merge.rule(code.name, into.name)}</li>}
              {merging.joined > 0 && <Twins {...{ t, ...merging }} />}
            </ul>
            <form method="post" action={action}>
              <input type="hidden" name="into" value={into.id} />
              <p class="soft">{t.merge.undo}</p>
              <div class="actions">
                <Button kind="primary">{t.merge.save}</Button>
              </div>
            </form>
          </section>
        )}
      </div>
    </Shell>
  );
};

/** Pairs named; the sentence counts all of them. */
const SHOWN = 50;

const Twins = ({ t, twins }: Pick<NonNullable<MergePageProps['merging']>, 'twins'> & Words) => (
  <li>
    {t.merge.twins(twins.length)}
    <ul>
      {twins.slice(0, SHOWN).map(({ path, into }) => (
        <li dir="auto">{t.merge.twin(path, into)}</li>
      ))}
      {twins.length > SHOWN && <li>{t.merge.moreTwins(twins.length - SHOWN)}</li>}
    </ul>
  </li>
);

const hasRule = ({ definition, useWhen, notWhen, example }: CodeView): boolean =>
  [definition, useWhen, notWhen, example].some((words) => words !== '');
