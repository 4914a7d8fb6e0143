import type { CellState } from '../../src/domain/framework/grid.ts';
import type { Messages } from '../messages/index.ts';
import { Badge } from '../ui/index.ts';

const TONES = { empty: 'plain', waiting: 'accent', written: 'good', newer: 'warn' } as const;

/** How a cell stands, in words. */
export const StateBadge = ({ t, state }: { t: Messages; state: CellState }) => (
  <Badge tone={TONES[state]}>{t.framework.states[state]}</Badge>
);
