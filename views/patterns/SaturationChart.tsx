import type { SaturationStep } from '../../src/domain/patterns/index.ts';
import { Figure, PLAIN, round } from './Figure.tsx';

export interface SaturationChartProps {
  words: {
    chartTitle: string;
    chartText: (codes: number, interviews: number, last: number) => string;
    newCodes: string;
    codesSoFar: string;
    axis: string;
  };
  steps: readonly SaturationStep[];
}

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 44;
const TOP = 28;
const BOTTOM = 36;

/** The last interview that brought a new code, counted from 1; 0 when none did. */
export const lastNew = (steps: readonly SaturationStep[]): number =>
  steps.findLastIndex(({ newCodes }) => newCodes.length > 0) + 1;

/** A tick at whole numbers, about five of them. */
function ticks(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((size) => most / size <= 5) ?? 2000;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
}

/** A line for all codes so far, a bar for the new codes of each interview. */
export const SaturationChart = ({ words, steps }: SaturationChartProps) => {
  const most = Math.max(1, steps.at(-1)?.codesSoFar ?? 0);
  const slot = (WIDTH - LEFT) / Math.max(1, steps.length);
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const middle = (at: number) => LEFT + slot * (at + 0.5);
  const line = steps.map(({ codesSoFar }, at) => `${round(middle(at))},${round(y(codesSoFar))}`);
  const last = lastNew(steps);
  return (
    <Figure
      id="saturation-chart"
      title={words.chartTitle}
      description={words.chartText(most, steps.length, last)}
      width={WIDTH}
      height={HEIGHT}
    >
      {ticks(most).map((value) => (
        <>
          <line
            class="chart-grid"
            stroke={PLAIN.line}
            x1={LEFT}
            x2={WIDTH}
            y1={round(y(value))}
            y2={round(y(value))}
          />
          <text
            class="chart-label"
            fill={PLAIN.soft}
            x={LEFT - 8}
            y={round(y(value) + 4)}
            text-anchor="end"
          >
            {value}
          </text>
        </>
      ))}
      {steps.map(({ newCodes }, at) => (
        <rect
          class="chart-bar"
          fill={PLAIN.mark}
          x={round(middle(at) - slot * 0.35)}
          width={round(slot * 0.7)}
          y={round(y(newCodes.length))}
          height={round(y(0) - y(newCodes.length))}
        />
      ))}
      <polyline
        class="chart-line"
        fill="none"
        stroke={PLAIN.accent}
        stroke-width="2"
        points={line.join(' ')}
      />
      <text class="chart-label" fill={PLAIN.soft} x={LEFT} y={14}>
        {`— ${words.codesSoFar}   ▮ ${words.newCodes}`}
      </text>
      <text
        class="chart-label"
        fill={PLAIN.soft}
        x={(LEFT + WIDTH) / 2}
        y={HEIGHT - 8}
        text-anchor="middle"
      >
        {words.axis}
      </text>
    </Figure>
  );
};
