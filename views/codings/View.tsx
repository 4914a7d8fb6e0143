import { HIDEABLE, type Hideable } from '../../src/domain/workbench/view.ts';
import { Button, Checkbox } from '../ui/index.ts';
import type { T } from './types.ts';

/** What of the text's structure is hidden. Sent as an address without script; with it each box acts at once. */
export const ViewMenu = ({ t, hidden }: { t: T; hidden: readonly Hideable[] }) => (
  <details class="bench-menu" data-menu>
    <summary class="button button-small">{t.view.open}</summary>
    <form class="bench-panel bench-panel-small" id="view" method="get" aria-label={t.view.open}>
      <fieldset class="bench-boxes">
        <legend class="soft small">{t.view.hide}</legend>
        {HIDEABLE.map((part) => (
          <Checkbox
            name="hide"
            id={`hide-${part}`}
            value={part}
            label={t.view.parts[part]}
            checked={hidden.includes(part)}
          />
        ))}
      </fieldset>
      <p class="soft small">{t.view.kept}</p>
      <input class="no-script" type="hidden" name="hide" value="" />
      <div class="bench-panel-end no-script">
        <Button kind="primary" size="small">
          {t.filter.apply}
        </Button>
      </div>
    </form>
  </details>
);

/** The codes on the screen, filled by `src/client/legend.ts`; and who did what just now (`src/client/live.ts`). */
export const Legend = ({ t }: { t: T }) => (
  <>
    <details class="legend needs-script" id="legend" open>
      <summary>{t.view.legend}</summary>
      <ul class="legend-list" aria-label={t.view.legendList} />
    </details>
    <span class="status-live" id="live" />
  </>
);
