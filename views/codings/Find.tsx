import { Icon } from '../ui/index.ts';
import type { T } from './types.ts';

/** Opens the line in which words are searched for. */
export const FindButton = ({ t }: { t: T }) => (
  <button
    type="button"
    class="button button-quiet button-small needs-script"
    data-act="find"
    aria-label={t.find.title}
    title={t.find.title}
  >
    <Icon name="search" />
  </button>
);

/** Words searched for in this text: a line above it, open when the address names some. See `src/client/find.ts`. */
export const FindLine = ({ t, find }: { t: T; find: string | null }) => (
  <form
    class="find needs-script"
    id="find"
    role="search"
    aria-label={t.find.title}
    hidden={find === null}
  >
    <input
      class="input"
      type="search"
      value={find ?? ''}
      maxlength={500}
      aria-label={t.find.title}
      placeholder={t.find.placeholder}
      autocomplete="off"
      enterkeyhint="search"
    />
    <button
      type="button"
      class="button button-quiet button-small"
      data-find="before"
      aria-label={t.find.before}
      title={t.find.before}
    >
      <Icon name="back" />
    </button>
    <button
      type="button"
      class="button button-quiet button-small"
      data-find="after"
      aria-label={t.find.after}
      title={t.find.after}
    >
      <Icon name="arrow" />
    </button>
    <span class="find-count" id="find-count" />
    <button
      type="button"
      class="button button-quiet button-small"
      data-find="close"
      aria-label={t.find.close}
      title={t.find.close}
    >
      <Icon name="close" />
    </button>
  </form>
);
