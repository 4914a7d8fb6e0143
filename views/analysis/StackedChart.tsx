import type { ArrangedCell } from '../../src/domain/crosstab/arrange.ts';
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
const RIGHT = 12;
const BOTTOM = 28;
const LINE = 30;
const LETTERS = 30;
/** A line of the legend, and how wide a letter of it is about. */
const LEGEND = 20;
const LETTER = 6.6;
/** A hidden number has a box of one width, whatever it is. */
const HIDDEN = 30;
/** Patterns there are; further columns begin again, told apart by their order. */
const PATTERNS = 8;

/**
 * For each row a bar of its numbers, one after the other, told apart by pattern and order. Drawn are numbers alone, since
 * shares of different wholes do not add up; a hidden one stands at the end, in a box that is not to scale.
 */
export const StackedChart = (given: PictureProps) => {
  const props: PictureProps = { ...given, choices: { ...given.choices, show: 'count' } };
  const { t, title, view } = props;
  const legend = legendOf(view.columns.map((head) => nameOf(t, head)));
  const top = legend.height + 12;
  const height = top + LINE * view.rows.length + BOTTOM;
  const hiddenIn = (row: readonly ArrangedCell[]) => row.filter(({ value }) => value === null);
  const sums = view.cells.map((row) =>
    row.reduce((sum, cell) => sum + (lengthOf(props, cell) ?? 0), 0),
  );
  const room = HIDDEN * Math.max(0, ...view.cells.map((row) => hiddenIn(row).length));
  const { end, ticks } = axisOf(props, Math.max(0, ...sums));
  const wide = Math.max(120, WIDTH - LEFT - RIGHT - room);
  const x = (length: number) => round(LEFT + (length / end) * wide);
  const full = Math.max(WIDTH, LEFT + wide + room + RIGHT);
  return (
    <Figure
      id="stacked"
      title={title}
      description={t.analysis.pictures.stacked(view.rows.length, view.columns.length)}
      width={full}
      height={height}
    >
      <Patterns />
      {legend.items.map(({ name, left, y }, at) => (
        <>
          <Piece at={at} x={left} y={y} width={14} height={12} />
          <text class="chart-label" fill={PLAIN.soft} x={left + 20} y={y + 10}>
            {name}
          </text>
        </>
      ))}
      <Ticks
        ticks={ticks.map((tick) => ({ x: x(tick), label: tickLabel(props, tick) }))}
        top={top}
        bottom={height - BOTTOM}
        labels={height - 8}
      />
      {view.rows.map((head, row) => {
        const y = top + row * LINE;
        const cells = view.cells[row] ?? [];
        let sum = 0;
        return (
          <>
            <text class="chart-name" fill={PLAIN.ink} x={LEFT - 10} y={y + 19} text-anchor="end">
              {cut(nameOf(t, head), LETTERS)}
            </text>
            {cells.map((cell, at) => {
              const length = lengthOf(props, cell) ?? 0;
              if (length === 0) return null;
              const from = x(sum);
              sum += length;
              const width = round(x(sum) - from);
              return (
                <>
                  <Piece at={at} x={from} y={y + 4} width={width} height={LINE - 9} />
                  {width > 8 * writtenAt(props, cell).length + 4 && (
                    <Written x={from + width / 2} y={y + 19}>
                      {writtenAt(props, cell)}
                    </Written>
                  )}
                </>
              );
            })}
            {hiddenIn(cells).map((cell, nth) => (
              <HiddenPiece {...props} cell={cell} x={x(sum) + nth * HIDDEN + 2} y={y} />
            ))}
          </>
        );
      })}
    </Figure>
  );
};

/** The names of the columns with their patterns, in as many lines as they take. */
function legendOf(names: readonly string[]) {
  let left = 0;
  let y = 0;
  const items = names.map((whole) => {
    const name = cut(whole, 40);
    const width = 20 + name.length * LETTER + 18;
    if (left > 0 && left + width > WIDTH) {
      left = 0;
      y += LEGEND;
    }
    const item = { name, left, y };
    left += width;
    return item;
  });
  return { items, height: y + LEGEND };
}

interface Box {
  at: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

const Piece = ({ at, ...box }: Box) => (
  <rect
    class="chart-piece"
    stroke={PLAIN.paper}
    stroke-width="1"
    fill={`url(#piece-${at % PATTERNS})`}
    {...box}
  />
);

/** Letters with a rim of paper, legible on any pattern. */
const Written = (props: { x: number; y: number; children?: string }) => (
  <text
    class="chart-written"
    fill={PLAIN.ink}
    stroke={PLAIN.paper}
    stroke-width="3"
    paint-order="stroke"
    x={round(props.x)}
    y={props.y}
    text-anchor="middle"
  >
    {props.children}
  </text>
);

const HiddenPiece = (props: PictureProps & { cell: ArrangedCell; x: number; y: number }) => (
  <>
    <rect
      class="chart-hidden"
      fill="none"
      stroke={PLAIN.soft}
      stroke-dasharray="2 2"
      x={props.x}
      y={props.y + 4}
      width={HIDDEN - 4}
      height={LINE - 9}
    />
    <text
      class="chart-label"
      fill={PLAIN.soft}
      x={props.x + HIDDEN / 2 - 2}
      y={props.y + 19}
      text-anchor="middle"
    >
      {writtenAt(props, props.cell)}
    </text>
  </>
);

/** Marks drawn in a square of eight over its ground; each pattern can be told from the others without colour. */
const MARKS: readonly string[] = [
  '',
  'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  'M0 4H8',
  'M2 2h2v2h-2zM6 6h2v2h-2z',
  'M4 0V8',
  'M0 0L8 8M0 8L8 0',
  'M0 4H8M4 0V8',
  'M0 0L8 8M-2 6L2 10M6 -2L10 2',
];

const Patterns = () => (
  <defs>
    {MARKS.map((marks, at) => (
      <pattern id={`piece-${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect
          class={at % 2 === 0 ? 'chart-ground' : 'chart-ground-light'}
          fill={at % 2 === 0 ? PLAIN.mark : PLAIN.light}
          width="8"
          height="8"
        />
        <path class="chart-hatch" fill="none" stroke={PLAIN.accent} stroke-width="1.2" d={marks} />
      </pattern>
    ))}
  </defs>
);
