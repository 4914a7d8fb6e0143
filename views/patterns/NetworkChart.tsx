import { Figure, PLAIN } from './Figure.tsx';
import type { TogetherPair } from './types.ts';

const WIDTH = 720;
const HEIGHT = 460;
const RADIUS = 160;
/** Letters of a name that have room beside the ring. */
const LETTERS = 30;

/** Codes on a ring, a line between two that come together: the more they share, the thicker. */
export const NetworkChart = ({
  words,
  pairs,
}: {
  words: { networkTitle: string; networkText: (codes: number, pairs: number) => string };
  pairs: readonly TogetherPair[];
}) => {
  const codes = [
    ...new Map(pairs.flatMap(({ a, b }) => [a, b]).map((row) => [row.codeId, row])).values(),
  ];
  const places = new Map(
    codes.map(({ codeId }, at) => {
      const angle = (2 * Math.PI * at) / codes.length - Math.PI / 2;
      return [
        codeId,
        { x: WIDTH / 2 + RADIUS * Math.cos(angle), y: HEIGHT / 2 + RADIUS * Math.sin(angle) },
      ];
    }),
  );
  const greatest = Math.max(...pairs.map((pair) => pair.jaccard));
  const at = (codeId: number) => places.get(codeId) ?? { x: 0, y: 0 };
  return (
    <Figure
      id="network"
      title={words.networkTitle}
      description={words.networkText(codes.length, pairs.length)}
      width={WIDTH}
      height={HEIGHT}
    >
      {pairs.map(({ a, b, jaccard }) => (
        <line
          class="chart-link"
          stroke={PLAIN.mark}
          stroke-width={round(1 + 7 * (jaccard / greatest))}
          x1={round(at(a.codeId).x)}
          y1={round(at(a.codeId).y)}
          x2={round(at(b.codeId).x)}
          y2={round(at(b.codeId).y)}
        />
      ))}
      {codes.map(({ codeId, name }) => {
        const { x, y } = at(codeId);
        const side = Math.abs(x - WIDTH / 2) < 8 ? 'middle' : x < WIDTH / 2 ? 'end' : 'start';
        const beside = side === 'middle' ? 0 : side === 'end' ? -10 : 10;
        const below = side === 'middle' ? (y < HEIGHT / 2 ? -12 : 20) : 4;
        return (
          <>
            <circle class="chart-mark" fill={PLAIN.accent} cx={round(x)} cy={round(y)} r={5} />
            <text
              class="chart-name"
              fill={PLAIN.ink}
              x={round(x + beside)}
              y={round(y + below)}
              text-anchor={side}
            >
              {name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name}
            </text>
          </>
        );
      })}
    </Figure>
  );
};

const round = (value: number): number => Math.round(value * 10) / 10;
