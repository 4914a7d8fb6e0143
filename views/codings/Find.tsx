import { IconButton } from '../ui/index.ts';
import type { T } from './types.ts';

/** Opens the line in which words are searched for. */
export const FindButton = ({ t }: { t: T }) => (
  <IconButton icon="search" label={t.find.title} class="needs-script" data-act="find" />
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
    <IconButton icon="back" label={t.find.before} data-find="before" />
    <IconButton icon="arrow" label={t.find.after} data-find="after" />
    <span class="find-count" id="find-count" />
    <IconButton icon="close" label={t.find.close} data-find="close" />
  </form>
);
