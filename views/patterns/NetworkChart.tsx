import { Figure, PLAIN, round } from './Figure.tsx';
import type { TogetherPair } from './types.ts';

const WIDTH = 720;
/** Height for each of two codes that stand opposite each other. */
const LINE = 26;
const MARGIN = 16;
/** The widest reach of the ring to either side. */
const REACH = 150;
/** Letters of a name that have room beside the ring. */
const LETTERS = 28;

interface Place {
  x: number;
  y: number;
  side: 'start' | 'end';
}

/** Evenly down the right half of a ring and up the left one, so that no two names stand in one line. */
function placesOf(count: number): { places: Place[]; height: number } {
  const onRight = Math.ceil(count / 2);
  const height = 2 * MARGIN + LINE * onRight;
  const places = Array.from({ length: count }, (_, at): Place => {
    const isRight = at < onRight;
    const step = isRight ? at : count - 1 - at;
    const down = (step + 0.5) / onRight;
    const reach = REACH * Math.sqrt(1 - (2 * down - 1) ** 2) + 20;
    return {
      x: WIDTH / 2 + (isRight ? reach : -reach),
      y: MARGIN + down * LINE * onRight,
      side: isRight ? 'start' : 'end',
    };
  });
  return { places, height };
}

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
  const { places, height } = placesOf(codes.length);
  const placeOf = new Map(codes.map(({ codeId }, at) => [codeId, places[at]]));
  const greatest = Math.max(...pairs.map((pair) => pair.jaccard));
  return (
    <Figure
      id="network"
      title={words.networkTitle}
      description={words.networkText(codes.length, pairs.length)}
      width={WIDTH}
      height={height}
    >
      {pairs.map(({ a, b, jaccard }) => {
        const [from, to] = [placeOf.get(a.codeId), placeOf.get(b.codeId)];
        return (
          <line
            class="chart-link"
            stroke={PLAIN.mark}
            stroke-width={round(1 + 7 * (jaccard / greatest))}
            x1={round(from?.x ?? 0)}
            y1={round(from?.y ?? 0)}
            x2={round(to?.x ?? 0)}
            y2={round(to?.y ?? 0)}
          />
        );
      })}
      {codes.map(({ codeId, name }) => {
        const { x, y, side } = placeOf.get(codeId) ?? { x: 0, y: 0, side: 'start' };
        return (
          <>
            <circle class="chart-mark" fill={PLAIN.accent} cx={round(x)} cy={round(y)} r={5} />
            <text
              class="chart-name"
              fill={PLAIN.ink}
              x={round(x + (side === 'start' ? 10 : -10))}
              y={round(y + 4)}
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
