/** How coded words look: the one place that says so, for the server's first painting and the browser's later ones. */

export interface Painted {
  id: number;
  /** 1 to 8 */
  colour: number;
}

/** Lines drawn below a passage; codings beyond them show in the margin. */
const ROWS = 3;

/**
 * The classes of a run of words: the tint of the coding made last, and up to three lines below.
 * @param rows for each coding its row, the same all along its passage (`lanesOf`)
 */
export function markClass(coded: readonly Painted[], rows: ReadonlyMap<number, number>): string {
  const [first] = coded;
  if (!first) return '';
  const last = coded.reduce((newest, coding) => (coding.id > newest.id ? coding : newest), first);
  const lines = coded.flatMap(({ id, colour }) => {
    const row = rows.get(id) ?? ROWS;
    return row < ROWS ? [`line-${row + 1}-${colour}`] : [];
  });
  return ['coded', `code-colour-${last.colour}`, ...lines].join(' ');
}
