/**
 * Where margin stripes go. Pure arithmetic on half-open `[start, end)` extents; the unit is the caller's
 * (pixels beside painted text, code units in a test).
 */

export interface Extent {
  id: number;
  start: number;
  end: number;
}

/**
 * A lane (0 is nearest the text) for each extent, so that no two in one lane overlap and no more lanes are
 * used than the deepest pile needs. Extents that start earlier, and of those the longer, come nearer the
 * text: a stripe that runs on through many turns stays in its lane from one to the next.
 */
export function lanesOf(extents: readonly Extent[]): Map<number, number> {
  const order = [...extents].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const freeFrom: number[] = [];
  const lanes = new Map<number, number>();
  for (const { id, start, end } of order) {
    let lane = freeFrom.findIndex((free) => free <= start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = Math.max(end, start);
    lanes.set(id, lane);
  }
  return lanes;
}

export interface Labels {
  /** Top of each label that has room. */
  tops: Map<number, number>;
  /** Labels without room, told in one "+3" that opens the list. */
  folded: number[];
}

/**
 * Puts a label beside the top of its stripe, or right below the label before it, within `[0, height)`.
 * When they do not all fit, the last line is kept for the "+n" (which the caller places at the bottom),
 * because a row of text must not grow when it is coded.
 * @param height room in the same unit as `start`; @param line height of one label
 */
export function placeLabels(extents: readonly Extent[], height: number, line: number): Labels {
  const order = [...extents].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id);
  const all = stack(order, height, line);
  if (all.folded.length === 0) return all;
  return stack(order, height - line, line);
}

function stack(order: readonly Extent[], height: number, line: number): Labels {
  const labels: Labels = { tops: new Map(), folded: [] };
  const lines = Math.max(0, Math.floor(height / line));
  let next = 0;
  order.forEach((extent, index) => {
    if (index >= lines) {
      labels.folded.push(extent.id);
      return;
    }
    // Those still to come need a line each; without this a label at the very bottom would push them out.
    const latest = height - (Math.min(order.length, lines) - index) * line;
    const top = Math.max(next, Math.min(extent.start, latest));
    labels.tops.set(extent.id, top);
    next = top + line;
  });
  return labels;
}
