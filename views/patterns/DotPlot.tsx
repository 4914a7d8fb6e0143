import type { Interval } from '../../src/domain/statistics/index.ts';
import { percent } from '../analysis/format.ts';
import { Figure, PLAIN, round, Ticks } from './Figure.tsx';

export interface Dot {
  label: string;
  /** 0 to 1; null when hidden. */
  share: number | null;
  interval: Interval | null;
}

const WIDTH = 720;
const LINE = 30;
const LEFT = 190;
const RIGHT = 24;
const TOP = 8;
const BOTTOM = 28;
const LETTERS = 26;

/** A dot for each group's share, with its 95 % interval. */
export const DotPlot = ({
  title,
  description,
  dots,
}: {
  title: string;
  description: string;
  dots: readonly Dot[];
}) => {
  const height = TOP + LINE * dots.length + BOTTOM;
  const x = (share: number) => round(LEFT + share * (WIDTH - LEFT - RIGHT));
  return (
    <Figure id="dots" title={title} description={description} width={WIDTH} height={height}>
      <Ticks
        ticks={[0, 0.25, 0.5, 0.75, 1].map((share) => ({ x: x(share), label: percent(share) }))}
        top={TOP}
        bottom={height - BOTTOM}
        labels={height - 8}
      />
      {dots.map(({ label, share, interval }, at) => {
        const y = TOP + LINE * (at + 0.5);
        return (
          <>
            <text class="chart-name" fill={PLAIN.ink} x={LEFT - 12} y={y + 4} text-anchor="end">
              {label.length > LETTERS ? `${label.slice(0, LETTERS - 1)}…` : label}
            </text>
            {interval !== null && (
              <line
                class="chart-line"
                stroke={PLAIN.accent}
                stroke-width="2"
                x1={x(interval.low)}
                x2={x(interval.high)}
                y1={y}
                y2={y}
              />
            )}
            {share !== null && (
              <circle class="chart-mark" fill={PLAIN.accent} cx={x(share)} cy={y} r={5} />
            )}
          </>
        );
      })}
    </Figure>
  );
};
