export type { C, CurrentProject, CurrentUser, Env } from './env.ts';
export { statusOf } from './errors.tsx';
export { flashDone, toastFor } from './flash.ts';
export {
  fieldErrors,
  parseForm,
  say,
  typedForm,
  type FieldErrors,
  type Parsed,
  type Typed,
} from './forms.ts';
export { renderMarkdown } from './markdown.ts';
export { mayErase, maySeeIdentity, mayWrite } from './permissions.ts';
export { pageInPieces } from './pieces.ts';
export { documentOf, fragment, page, shellProps, wantsFragment } from './render.ts';
export { contextFor } from './session.ts';
