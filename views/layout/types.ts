import type { Messages } from '../messages/index.ts';

/** Says what was just done; `undoAction` is the address that undoes it. */
export interface ToastProps {
  message: string;
  undoAction: string | null;
}

/** What every page hands on to the shell around it. */
export interface ShellProps {
  t: Messages;
  user: { id: number; name: string; initials: string } | null;
  project: { id: number; name: string } | null;
  /** Path of the page, to mark where one is. */
  path: string;
  /** Tag of the style sheets and scripts; with it in their address a browser keeps them for good. */
  assets: string;
  toast: ToastProps | null;
}
