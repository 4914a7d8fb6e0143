/** One coding's code and interview, as far as saturation looks at it. */
export interface HeardCoding {
  readonly codeId: number;
  readonly interviewId: number;
}

export interface SaturationStep {
  readonly interviewId: number;
  /** Codes met here for the first time. */
  readonly newCodes: readonly number[];
  /** Codes met up to and with this interview. */
  readonly codesSoFar: number;
  /** Codings made in this interview: every application of a code, by every coder. */
  readonly codings: number;
  readonly codingsSoFar: number;
}

/**
 * How many codes each interview brought that no earlier one had. When the last interviews bring none, more of the same
 * kind may bring none either. A code counts where it was applied itself, not through its sub-codes.
 *
 * Source: G. Guest, A. Bunce and L. Johnson, "How many interviews are enough?", *Field Methods* 18 (2006), 59–82.
 * @param order the interviews in the order they are to be read; one without codings stays, with noughts
 */
export function saturation(
  order: readonly number[],
  codings: readonly HeardCoding[],
): SaturationStep[] {
  const codesOf = new Map<number, number[]>(order.map((id) => [id, []]));
  for (const { interviewId, codeId } of codings) codesOf.get(interviewId)?.push(codeId);
  const met = new Set<number>();
  let codingsSoFar = 0;
  return order.map((interviewId) => {
    const codes = codesOf.get(interviewId) ?? [];
    const newCodes = [...new Set(codes)].filter((code) => !met.has(code));
    for (const code of newCodes) met.add(code);
    codingsSoFar += codes.length;
    return { interviewId, newCodes, codesSoFar: met.size, codings: codes.length, codingsSoFar };
  });
}
