export const consent = {
  /** Under each table, beside each export and on standard error. */
  leftOut: (n: number) =>
    n === 1
      ? '1 interview is left out: consent withdrawn.'
      : `${n} interviews are left out: consent withdrawn.`,
  title: 'Consent for this interview was withdrawn.',
  text: 'It is in no table, export or search, and its codings count nowhere. What is kept can be read here and on its sources’ own pages.',
};
