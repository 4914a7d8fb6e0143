import { ButtonLink, PageHeader } from '../ui/index.ts';
import { Shell } from './Shell.tsx';
import type { ShellProps } from './types.ts';

/** What stands in place of a page that cannot be shown: what is wrong, and where to go on. */
export const ErrorPage = ({ shell, message }: { shell: ShellProps; message: string }) => {
  const { t, project } = shell;
  const home = project ? `/projects/${project.id}` : '/';
  return (
    <Shell shell={shell} title={t.http.errorTitle}>
      <PageHeader title={t.http.errorTitle} lead={message} />
      <div class="actions">
        <ButtonLink href={home} kind="primary">
          {project ? t.http.toOverview : t.http.toProjects}
        </ButtonLink>
      </div>
    </Shell>
  );
};

/** The same inside a page that stays: said at once by screen readers. */
export const ErrorFragment = ({ message }: { message: string }) => (
  <div role="alert" class="notice notice-bad">
    {message}
  </div>
);
