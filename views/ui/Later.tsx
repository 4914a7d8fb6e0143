import { Waiting } from './feedback.tsx';

/**
 * A piece of the page that comes after the page: what takes longer to reckon than the rest. Until it is there, and where
 * no script runs, it is a link to the same as a page of its own.
 */
export const Later = ({ href, link, waiting }: { href: string; link: string; waiting: string }) => (
  <div class="later" hx-get={href} hx-trigger="load" hx-swap="outerHTML">
    <p>
      <a href={href}>{link}</a> <Waiting label={waiting} />
    </p>
  </div>
);
