import type { Messages } from '../messages/index.ts';
import { Tabs } from '../ui/index.ts';

const TABS = [
  'themes',
  'sources',
  'find',
  'question',
  'compare',
  'cooccurrence',
  'coverage',
  'saturation',
  'words',
  'framework',
  'interviews',
] as const;
export type AnalysisTab = (typeof TABS)[number];

const pathOf = (tab: AnalysisTab): string => {
  if (tab === 'themes' || tab === 'framework') return tab;
  // A table of themes like any other, with the choices that suit one.
  if (tab === 'sources') return 'themes?by=source&count=passages&show=count';
  if (tab === 'find') return 'passages/find';
  return tab === 'interviews' ? 'overview-table' : `analysis/${tab}`;
};

/** The pages that count, beside each other. */
export const AnalysisTabs = (props: { t: Messages; projectId: number; current: AnalysisTab }) => (
  <Tabs
    label={props.t.patterns.tabsLabel}
    items={TABS.map((tab) => ({
      href: `/projects/${props.projectId}/${pathOf(tab)}`,
      label: props.t.patterns.tabs[tab],
      current: tab === props.current,
    }))}
  />
);
