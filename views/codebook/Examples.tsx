import type { ShellProps } from '../layout/types.ts';
import { Button } from '../ui/index.ts';
import { codeHref } from './code-address.ts';
import type { ExampleView } from './types.ts';

/** The passages picked as examples, each with the way to its place, and the way out of the rule. */
export const Examples = (props: {
  shell: ShellProps;
  projectId: number;
  examples: readonly ExampleView[];
}) => {
  const { shell, projectId, examples } = props;
  const { examples: words, passages } = shell.t.code;
  return (
    <ul class="code-examples">
      {examples.map(({ codingId, codeId, sourceId, source, start, end, text }) => (
        <li>
          <blockquote class="codebook-words" dir="auto">
            {text}
          </blockquote>
          <form
            class="actions small"
            method="post"
            action={`/projects/${projectId}/codings/${codingId}/example`}
          >
            <input type="hidden" name="on" value="no" />
            <input type="hidden" name="back" value={codeHref(projectId, codeId)} />
            <a href={`/projects/${projectId}/sources/${sourceId}?at=${start}-${end}`} dir="auto">
              {source}
            </a>
            <Button kind="quiet" size="small" aria-label={words.drop(source)}>
              {passages.drop}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
};
