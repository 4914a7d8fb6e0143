import { Figure, PLAIN, round, Ticks } from '../patterns/Figure.tsx';
import {
  axisOf,
  cut,
  lengthOf,
  nameOf,
  tickLabel,
  writtenAt,
  type PictureProps,
} from './pictures.ts';

const WIDTH = 720;
const LEFT = 200;
const RIGHT = 90;
const TOP = 8;
const BOTTOM = 28;
const BAR = 18;
const HEAD = 26;
const LETTERS = 30;

/** A bar for each number, those of a row together under its name. Each is named beside it, so that no colour is needed. */
export const BarsChart = (props: PictureProps) => {
  const { t, title, view } = props;
  const group = HEAD + BAR * view.columns.length;
  const height = TOP + group * view.rows.length + BOTTOM;
  const lengths = view.cells.flat().map((cell) => lengthOf(props, cell) ?? 0);
  const { end, ticks } = axisOf(props, Math.max(0, ...lengths));
  const x = (length: number) => round(LEFT + (length / end) * (WIDTH - LEFT - RIGHT));
  return (
    <Figure
      id="bars"
      title={title}
      description={t.analysis.pictures.bars(view.rows.length, view.columns.length)}
      width={WIDTH}
      height={height}
    >
      <Ticks
        ticks={ticks.map((tick) => ({ x: x(tick), label: tickLabel(props, tick) }))}
        top={TOP}
        bottom={height - BOTTOM}
        labels={height - 8}
      />
      {view.rows.map((head, row) => {
        const top = TOP + row * group;
        return (
          <>
            <text class="chart-name" fill={PLAIN.ink} x={0} y={top + 17} font-weight="600">
              {cut(nameOf(t, head), 90)}
            </text>
            {view.columns.map((column, at) => {
              const cell = view.cells[row]?.[at];
              const y = top + HEAD + at * BAR;
              const length = cell ? (lengthOf(props, cell) ?? 0) : 0;
              return (
                <>
                  <text
                    class="chart-label"
                    fill={PLAIN.soft}
                    x={LEFT - 10}
                    y={y + 12}
                    text-anchor="end"
                  >
                    {cut(nameOf(t, column), LETTERS)}
                  </text>
                  <rect
                    class={column.kind === 'total' ? 'chart-mark' : 'chart-bar'}
                    fill={column.kind === 'total' ? PLAIN.accent : PLAIN.mark}
                    x={LEFT}
                    width={round(x(length) - LEFT)}
                    y={y + 2}
                    height={BAR - 5}
                  />
                  <text class="chart-name" fill={PLAIN.ink} x={x(length) + 6} y={y + 12}>
                    {cell && writtenAt(props, cell)}
                  </text>
                </>
              );
            })}
          </>
        );
      })}
    </Figure>
  );
};
