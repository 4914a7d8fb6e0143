import { DESTINATIONS } from '../../src/domain/workbench/keymap.ts';
import { Icon } from '../ui/index.ts';
import type { T } from './types.ts';

/** Back and on, by what one chooses between the two buttons. By key each has its own: see the list of keys. */
export const Go = ({ t }: { t: T }) => (
  <div class="go needs-script" role="group" aria-label={t.go.title}>
    <button
      type="button"
      class="button button-quiet button-small"
      data-go="before"
      aria-label={t.go.before}
    >
      <Icon name="back" />
    </button>
    <select class="input" id="go-to" aria-label={t.go.to}>
      {DESTINATIONS.map((destination) => (
        <option value={destination}>{t.go.destinations[destination]}</option>
      ))}
    </select>
    <button
      type="button"
      class="button button-quiet button-small"
      data-go="after"
      aria-label={t.go.after}
    >
      <Icon name="arrow" />
    </button>
  </div>
);
