/** A share of the denominator, 0 to 1; nothing where the cell is hidden or nobody could be counted. */
export const shareOf = (value: number | null, denominator: number): number | null =>
  value === null || denominator === 0 ? null : value / denominator;

/** Steps of the tint of a cell. */
const STEPS = 9;

/**
 * The tint of a cell, 0 (none) to 9: its share of `greatest`, rounded up, so that any share above nought shows.
 * @param greatest the share that has the deepest tint
 */
export const heatStep = (share: number | null, greatest: number): number =>
  share === null || greatest === 0 ? 0 : Math.min(STEPS, Math.ceil((share / greatest) * STEPS));
