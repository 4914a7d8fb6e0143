import { raw } from 'hono/html';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { PageHeader } from '../ui/index.ts';

/** A page of the user guide beside its contents. */
export const HelpPage = ({
  shell,
  current,
  title,
  html,
  contents,
}: {
  shell: ShellProps;
  current: string;
  title: string;
  /** Made from our own Markdown. */
  html: string;
  contents: readonly { name: string; title: string }[];
}) => {
  const t = shell.t.help;
  return (
    <Shell shell={shell} title={`${title} · ${t.title}`} current="help">
      <div class="guide">
        <nav class="guide-contents" aria-label={t.contents}>
          <ol>
            {contents.map((entry) => (
              <li>
                <a
                  href={entry.name === 'index' ? '/help' : `/help/${entry.name}`}
                  aria-current={entry.name === current ? 'page' : undefined}
                >
                  {entry.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <article class="guide-text">
          <PageHeader title={title} />
          {raw(html)}
        </article>
      </div>
    </Shell>
  );
};
