export const framework = {
  errors: {
    noCell: () =>
      'There is no such cell in the framework grid: the respondent or the code is not there, or nothing of the respondent may be used.',
    long: ({ limit }: { limit: number }) =>
      `A summary has at most ${limit.toLocaleString('en')} characters.`,
  },
  changes: {
    'summary.saved': (d: { reference: string; code: string; cleared?: number }) =>
      `Summary of ${d.reference} under “${d.code}” ${d.cleared === 1 ? 'taken away' : 'written'}`,
  },
};
