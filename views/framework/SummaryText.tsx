import { raw } from 'hono/html';

/** A summary as it reads. @param html from `renderMarkdown` */
export const SummaryText = ({ html }: { html: string }) => (
  <div class="prose" dir="auto">
    {raw(html)}
  </div>
);
