import { toastMessage } from '../layout/Shell.tsx';
import type { ToastProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import { Toast } from '../ui/index.ts';
import { Tree, type TreeProps } from './Tree.tsx';

/** The tree after a move by key, and the toast that says what was done. */
export const Moved = ({
  t,
  toast,
  ...tree
}: Omit<TreeProps, 't'> & { t: Messages; toast: ToastProps | null }) => (
  <>
    <Tree t={t.codebook} {...tree} />
    {toast !== null && <Toast {...toastMessage(t, toast)} />}
  </>
);
