import { Figure, PLAIN, round, TINTS } from '../patterns/Figure.tsx';
import { greatestShare } from './HeatTable.tsx';
import { cut, nameOf, writtenAt, type PictureProps } from './pictures.ts';
import { heatStep, shareOf } from './share.ts';

const LEFT = 200;
const TOP = 110;
const LINE = 24;
const WIDTH = 720;
const NARROW = 46;
const WIDE = 96;
const LETTERS = 30;
/** From here on letters on a tint are light. */
const DARK = 8;

/** The table as a picture: the deeper the tint, the greater the share. The total has none, being no column to compare with. */
export const HeatChart = (props: PictureProps) => {
  const { t, title, view, table } = props;
  const room = (WIDTH - LEFT) / Math.max(1, view.columns.length);
  const cellWidth = Math.floor(Math.min(WIDE, Math.max(NARROW, room)));
  const width = LEFT + cellWidth * view.columns.length + 70;
  const greatest = greatestShare(table);
  return (
    <Figure
      id="heat"
      title={title}
      description={t.analysis.pictures.heat(view.rows.length, view.columns.length)}
      width={Math.max(WIDTH, width)}
      height={TOP + LINE * view.rows.length + 8}
    >
      {view.columns.map((head, at) => {
        const x = LEFT + cellWidth * (at + 0.5);
        return (
          <text
            class="chart-label"
            fill={PLAIN.soft}
            x={round(x)}
            y={TOP - 8}
            transform={`rotate(-40 ${round(x)} ${TOP - 8})`}
          >
            {cut(nameOf(t, head), 22)}
          </text>
        );
      })}
      {view.rows.map((head, row) => (
        <>
          <text
            class="chart-name"
            fill={PLAIN.ink}
            x={head.depth * 12}
            y={TOP + LINE * row + 16}
            font-weight={head.depth === 0 && head.kind === 'code' ? '600' : '400'}
          >
            {cut(nameOf(t, head), LETTERS - head.depth * 2)}
          </text>
          {view.columns.map((column, at) => {
            const cell = view.cells[row]?.[at];
            if (!cell) return null;
            const isTotal = cell.column === null;
            const step = isTotal ? 0 : heatStep(shareOf(cell.value, cell.of), greatest);
            const x = LEFT + cellWidth * at;
            return (
              <g class={`heat-${step}`}>
                <rect
                  class="chart-tint"
                  fill={TINTS[step] ?? PLAIN.paper}
                  x={x}
                  y={TOP + LINE * row}
                  width={cellWidth - 1}
                  height={LINE - 1}
                />
                <text
                  class="chart-tinted"
                  fill={step >= DARK ? PLAIN.paper : PLAIN.ink}
                  x={round(x + cellWidth / 2)}
                  y={TOP + LINE * row + 16}
                  text-anchor="middle"
                  font-size={cellWidth < 64 ? '10' : '12'}
                >
                  {cell.value === 0 ? t.analysis.themes.noneSign : writtenAt(props, cell)}
                </text>
              </g>
            );
          })}
        </>
      ))}
    </Figure>
  );
};
