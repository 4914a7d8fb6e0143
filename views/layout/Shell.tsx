import type { Content } from '../ui/attributes.ts';
import type { NavKey } from './Header.tsx';
import { Page } from './Page.tsx';
import type { ShellProps, ToastProps } from './types.ts';

/** A page of the program inside its shell; every `XPage` begins with this. */
export const Shell = (props: {
  shell: ShellProps;
  title: string;
  current?: NavKey | undefined;
  variant?: 'normal' | 'wide' | 'workbench' | undefined;
  status?: Content;
  /** Further links past what stands in front, after the one to the page. */
  skips?: Content;
  children?: Content;
}) => {
  const { shell, children, ...page } = props;
  const { t, project, user, toast, assets } = shell;
  return (
    <Page
      {...page}
      t={t.shell}
      assets={assets}
      project={project ? { name: project.name, href: `/projects/${project.id}` } : undefined}
      user={user ? { ...user, accountHref: '/help/local-mode' } : undefined}
      toast={toast ? toastMessage(shell.t, toast) : undefined}
    >
      {children}
    </Page>
  );
};

/** The toast as the ui's component takes it. */
export const toastMessage = (t: ShellProps['t'], toast: ToastProps) => ({
  message: toast.message,
  undo: toast.undoAction === null ? undefined : { action: toast.undoAction, label: t.shell.undo },
  dismiss: t.shell.dismiss,
});
