import type { Arranged } from '../../src/domain/crosstab/arrange.ts';
import { partOf } from '../../src/domain/crosstab/part.ts';
import { ChartRegion } from '../patterns/ChartRegion.tsx';
import { ButtonLink } from '../ui/index.ts';
import { themesFileHref } from './address.ts';
import { BarsChart } from './BarsChart.tsx';
import { HeatChart } from './HeatChart.tsx';
import { DRAWN, type PictureProps } from './pictures.ts';
import { StackedChart } from './StackedChart.tsx';
import type { Choices } from './types.ts';

/** What fits a picture; of bars fewer rows the more each has. Stacked pieces have no total, which would be all of them. */
export function drawnOf(view: Arranged, kind: Choices['picture']): Arranged {
  const bars = Math.max(1, view.columns.length);
  const rows = kind === 'bars' ? Math.max(4, Math.floor(160 / bars)) : DRAWN.rows;
  const most = { rows: Math.min(DRAWN.rows, rows), columns: DRAWN.columns };
  const { view: drawn } = partOf(view, { down: 1, across: 1 }, most);
  return kind === 'stacked' ? withoutTotals(drawn) : drawn;
}

function withoutTotals({ rows, columns, cells }: Arranged): Arranged {
  const kept = columns.flatMap(({ kind }, at) => (kind === 'total' ? [] : [at]));
  return {
    rows,
    columns: kept.flatMap((at) => columns[at] ?? []),
    cells: cells.map((row) => kept.flatMap((at) => row[at] ?? [])),
  };
}

/** The picture that is chosen; nothing for none. `view` is what `drawnOf` gives. */
export const Chart = (props: PictureProps) => {
  const { picture } = props.choices;
  if (picture === 'none') return null;
  if (picture === 'heat') return <HeatChart {...props} />;
  return picture === 'bars' ? <BarsChart {...props} /> : <StackedChart {...props} />;
};

/** The picture above its table, to take along as SVG and PNG; marked to share where small groups are shown. */
export const Picture = (
  props: PictureProps & { projectId: number; choices: Choices; isOpen: boolean },
) => {
  const { t, title, view, choices, projectId, isOpen } = props;
  const words = t.analysis.pictures;
  if (choices.picture === 'none') return null;
  const drawn = drawnOf(view, choices.picture);
  const count = (of: Arranged['rows']) => of.filter(({ kind }) => kind !== 'total').length;
  const [rows, ofRows] = [count(drawn.rows), count(view.rows)];
  const [columns, ofColumns] = [count(drawn.columns), count(view.columns)];
  const svg = themesFileHref(projectId, choices, 'svg');
  return (
    <figure class="figure">
      <ChartRegion t={t} title={title}>
        <Chart {...props} view={drawn} />
      </ChartRegion>
      <figcaption>
        {choices.picture === 'stacked' && <p>{words.stackedNote}</p>}
        {(rows < ofRows || columns < ofColumns) && (
          <p>{words.part(rows, ofRows, columns, ofColumns)}</p>
        )}
        <div class="actions">
          <ButtonLink href={svg} icon="download" download aria-label={words.svgLabel}>
            {words.svg}
          </ButtonLink>
          <ButtonLink
            class="needs-script"
            href={svg}
            icon="download"
            data-png={words.pngName}
            aria-label={words.pngLabel}
          >
            {words.png}
          </ButtonLink>
          {isOpen && (
            <ButtonLink
              href={themesFileHref(projectId, choices, 'svg', true)}
              icon="download"
              download
            >
              {words.toShare(words.svg)}
            </ButtonLink>
          )}
          {isOpen && (
            <ButtonLink
              class="needs-script"
              href={themesFileHref(projectId, choices, 'svg', true)}
              icon="download"
              data-png={words.pngName}
            >
              {words.toShare(words.png)}
            </ButtonLink>
          )}
        </div>
      </figcaption>
    </figure>
  );
};
