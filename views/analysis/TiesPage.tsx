import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, ButtonLink, Checkbox, EmptyState, PageHeader } from '../ui/index.ts';

interface Props {
  shell: ShellProps;
  projectId: number;
  code: { id: number; name: string };
  questions: readonly { id: number; number: string; text: string; isTied: boolean }[];
}

/** Which questions of the guide ask about what a code stands for. */
export const TiesPage = ({ shell, projectId, code, questions }: Props) => {
  const words = shell.t.analysis.ties;
  const base = `/projects/${projectId}`;
  const title = words.title(code.name);
  return (
    <Shell shell={shell} title={title} current="codebook">
      <Breadcrumbs
        label={shell.t.codebook.breadcrumbs}
        items={[
          { href: `${base}/codebook`, label: shell.t.codebook.title },
          { href: `${base}/codebook/${code.id}`, label: code.name },
        ]}
      />
      <PageHeader title={title} lead={words.lead} />
      {questions.length === 0 ? (
        <EmptyState
          title={words.none}
          action={<ButtonLink href={`${base}/guide`}>{words.toGuide}</ButtonLink>}
        >
          {words.noneStep}
        </EmptyState>
      ) : (
        <form class="stack" method="post" action={`${base}/codebook/${code.id}/questions`}>
          <fieldset>
            <legend class="visually-hidden">{title}</legend>
            {questions.map(({ id, number, text, isTied }) => (
              <Checkbox
                id={`tie-${id}`}
                name="question"
                value={id}
                checked={isTied}
                label={
                  <>
                    <b>{number}</b> <span dir="auto">{text}</span>
                  </>
                }
              />
            ))}
          </fieldset>
          <div>
            <Button kind="primary">{words.save}</Button>
          </div>
        </form>
      )}
    </Shell>
  );
};
