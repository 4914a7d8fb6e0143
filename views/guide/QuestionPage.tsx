import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, DefinitionList, Notice, PageHeader } from '../ui/index.ts';
import { type Errors, type Typed } from '../typed.ts';
import type { Offered } from '../../src/domain/guide/conditions.ts';
import { forWhomTyped, QuestionFields } from './QuestionFields.tsx';

/** One question of the guide, to be changed or removed. */
export const QuestionPage = (props: {
  shell: ShellProps;
  base: string;
  question: {
    id: number;
    number: string;
    section: string;
    text: string;
    prompts: string;
    serves: string;
    for_whom: string;
    revision: number;
  };
  typed: Typed | null;
  errors: Errors;
  offered: Offered;
}) => {
  const { shell, base, question: q, typed, errors, offered } = props;
  const t = shell.t.guide;
  const stands = { ...q, id: '', revision: '', ...forWhomTyped(q.for_whom, offered) };
  const f = t.fields;
  const standing = [
    { term: f.number, value: q.number },
    { term: f.section, value: q.section },
    { term: f.text, value: q.text },
    { term: f.prompts, value: q.prompts },
    { term: f.serves, value: q.serves },
    { term: f.forWhom, value: q.for_whom },
  ];
  return (
    <Shell shell={shell} title={t.editTitle(q.number)} current="interviews">
      <Breadcrumbs label={t.title} items={[{ href: `${base}/guide`, label: t.title }]} />
      <PageHeader title={t.editTitle(q.number)} lead={q.text} />
      <form class="form" method="post" action={`${base}/guide/${q.id}`}>
        <input type="hidden" name="revision" value={q.revision} />
        {errors[''] !== undefined && (
          <div role="alert">
            <Notice>
              <p>{errors['']}</p>
              <DefinitionList items={standing} />
            </Notice>
          </div>
        )}
        <QuestionFields
          t={shell.t}
          typed={typed ?? stands}
          errors={errors}
          sections={[q.section]}
          offered={offered}
        />
        <div class="actions">
          <Button kind="primary">{t.save}</Button>
          <Button kind="danger" formaction={`${base}/guide/${q.id}/remove`}>
            {t.remove}
          </Button>
        </div>
      </form>
    </Shell>
  );
};
