import type { Content } from '../ui/index.ts';

/** A picture that keeps its size of letters and scrolls in its own region where the window is too narrow. */
export const ChartRegion = ({ label, children }: { label: string; children?: Content }) => (
  <div class="chart-region" role="region" aria-label={label} tabindex={0}>
    {children}
  </div>
);
