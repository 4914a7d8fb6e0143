/** Respondents by whether a question was put to them. */
export interface AskedOf {
  /** Answered or declined, in at least one interview. */
  readonly asked: number;
  /** Asked, and never answered. */
  readonly declined: number;
  readonly interviewed: number;
}

/** The same as printed; `null` is hidden. */
export type AskedPrinted = { readonly [K in keyof AskedOf]: number | null };

/**
 * How many were asked, without a number that fewer than `minCell` stand behind, nor one that gives such a number back: who
 * answered is those asked less those who declined, who was not asked is those interviewed less those asked.
 */
export function printAsked(
  { asked, declined, interviewed }: AskedOf,
  minCell: number,
): AskedPrinted {
  const isSmall = (n: number) => n > 0 && n < minCell;
  const hidesDeclined = [asked, declined, asked - declined].some(isSmall);
  const hidesInterviewed = [asked, interviewed, interviewed - asked].some(isSmall);
  return {
    asked: isSmall(asked) ? null : asked,
    declined: hidesDeclined ? null : declined,
    interviewed: hidesInterviewed ? null : interviewed,
  };
}
