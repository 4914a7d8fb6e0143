import { DESTINATIONS } from '../../src/domain/workbench/keymap.ts';
import { IconButton } from '../ui/index.ts';
import type { T } from './types.ts';

/** Back and on, by what one chooses between the two buttons. By key each has its own: see the list of keys. */
export const Go = ({ t }: { t: T }) => (
  <div class="go needs-script" role="group" aria-label={t.go.title}>
    <IconButton icon="back" label={t.go.before} data-go="before" />
    <select class="input" id="go-to" aria-label={t.go.to}>
      {DESTINATIONS.map((destination) => (
        <option value={destination}>{t.go.destinations[destination]}</option>
      ))}
    </select>
    <IconButton icon="arrow" label={t.go.after} data-go="after" />
  </div>
);
