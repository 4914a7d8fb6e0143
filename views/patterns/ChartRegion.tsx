import type { Messages } from '../messages/index.ts';
import type { Content } from '../ui/index.ts';

/** A picture that keeps its size of letters and scrolls in its own region where the window is too narrow. */
export const ChartRegion = (props: { t: Messages; title: string; children?: Content }) => (
  <div
    class="chart-region"
    role="region"
    aria-label={props.t.patterns.picture(props.title)}
    tabindex={0}
  >
    {props.children}
  </div>
);
