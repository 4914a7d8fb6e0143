import { raw } from 'hono/html';
import type { Messages } from '../messages/index.ts';

/** A note as it reads. @param html from `renderMarkdown` */
export const NotePreview = ({ t, html }: { t: Messages; html: string }) =>
  html === '' ? <p class="soft">{t.guide.notes.noNotes}</p> : <>{raw(html)}</>;
