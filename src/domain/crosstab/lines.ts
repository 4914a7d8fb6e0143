import type { TreeRow } from './tree.ts';

/** The rows of one frame that some codes count for, a list for each code: its own row, and with it those above. */
export interface Lines {
  readonly own: readonly (readonly number[])[];
  readonly all: readonly (readonly number[])[];
}

/** By frame; a frame in which none of the codes has a row has none. */
export type LinesOf = (codeIds: readonly number[]) => readonly (Lines | undefined)[];

/**
 * Says which rows codes count for. What a code has alone is reckoned once, since most passages have one code.
 * @param frameOf for each row its frame
 */
export function linesOfCodes(
  rows: readonly TreeRow[],
  frameOf: readonly number[],
  withSubcodes: boolean,
): LinesOf {
  const upwards: (readonly number[])[] = [];
  rows.forEach((row, at) => {
    upwards.push([at, ...(withSubcodes ? (upwards[row.parentRow] ?? []) : [])]);
  });
  const alone = new Map(
    rows.map(({ codeId }, at) => {
      const lines: Lines[] = [];
      for (const row of upwards[at] ?? []) {
        const frame = frameOf[row] ?? 0;
        lines[frame] ??= {
          own: frame === frameOf[at] ? [[at]] : [],
          all: [(upwards[at] ?? []).filter((one) => frameOf[one] === frame)],
        };
      }
      return [codeId, lines];
    }),
  );
  return (codeIds) => {
    const [first = 0] = codeIds;
    if (codeIds.length === 1) return alone.get(first) ?? [];
    const found: { own: (readonly number[])[]; all: (readonly number[])[] }[] = [];
    for (const codeId of codeIds) {
      alone.get(codeId)?.forEach(({ own, all }, frame) => {
        const lines = (found[frame] ??= { own: [], all: [] });
        for (const rows of own) lines.own.push(rows);
        for (const rows of all) lines.all.push(rows);
      });
    }
    return found;
  };
}
