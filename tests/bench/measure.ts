export interface Figure {
  what: string;
  /** Milliseconds. */
  median: number;
  /** What it takes when nothing else wants the machine. */
  fastest: number;
  p95: number;
  runs: number;
  /** Bytes of the answer, or of what was sent. */
  bytes: number | null;
  /** What was promised; told beside the figure and never asserted. Milliseconds. */
  goal?: Goal;
}

export interface Goal {
  of: 'median' | 'p95';
  below: number;
}

/** Runs it a few times unmeasured and then `runs` times; `work` may return the bytes it moved. */
export async function measure(
  what: string,
  runs: number,
  work: (run: number) => unknown,
  { warmUp = 2 }: { warmUp?: number } = {},
): Promise<Figure> {
  const times: number[] = [];
  let bytes: number | null = null;
  for (let run = -warmUp; run < runs; run += 1) {
    const begun = performance.now();
    const moved = await work(run + warmUp);
    if (run >= 0) times.push(performance.now() - begun);
    bytes = typeof moved === 'number' ? moved : bytes;
  }
  return figure(what, times, bytes);
}

/** A figure from times in milliseconds that were measured elsewhere. */
export function figure(
  what: string,
  times: readonly number[],
  bytes: number | null = null,
): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { what, median: at(0.5), fastest: at(0), p95: at(0.95), runs: sorted.length, bytes };
}
