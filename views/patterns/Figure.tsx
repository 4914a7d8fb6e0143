import type { Content } from '../ui/index.ts';

/** A picture drawn on the server: its title and what it shows in words, and the table beside it for those who cannot see. */
export const Figure = (props: {
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  children?: Content;
}) => {
  const { id, width, height } = props;
  return (
    <svg
      class="chart"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      font-family="system-ui, sans-serif"
      font-size="12"
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-text`}>{props.description}</desc>
      {props.children}
    </svg>
  );
};

/**
 * Colours for a picture on its own, on white paper. On a page the classes of static/css/pages/analysis.css are stronger
 * than these attributes and follow light, dark and print.
 */
export const PLAIN = {
  ink: '#1d1c1a',
  soft: '#5a564e',
  line: '#d8d4ca',
  accent: '#0b5563',
  mark: '#9dbec2',
  light: '#e1ebeb',
  paper: '#ffffff',
};

/** The tints of a heat map on white paper, from none to the deepest. */
export const TINTS = [
  '#ffffff',
  '#e1ebeb',
  '#cfdfe0',
  '#bdd3d5',
  '#acc8cb',
  '#9bbcc0',
  '#89b0b5',
  '#78a5ab',
  '#2b6b76',
  '#15515c',
];

/** A place or length in a picture to a tenth: finer is not seen, and makes the file longer. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines across a picture with what they stand for below them. */
export const Ticks = (props: {
  ticks: readonly { x: number; label: Content }[];
  /** Where the lines begin and end, and where the labels stand. */
  top: number;
  bottom: number;
  labels: number;
}) => (
  <>
    {props.ticks.map(({ x, label }) => (
      <>
        <line
          class="chart-grid"
          stroke={PLAIN.line}
          x1={x}
          x2={x}
          y1={props.top}
          y2={props.bottom}
        />
        <text class="chart-label" fill={PLAIN.soft} x={x} y={props.labels} text-anchor="middle">
          {label}
        </text>
      </>
    ))}
  </>
);
