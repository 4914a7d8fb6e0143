/** What a code's page says beyond the codebook: how much the code was used, where, and with what. */
export const code = {
  which: 'Which codings count',
  own: 'Own',
  withSubCodes: 'With sub-codes',
  back: 'Back to the code',
  counts: {
    title: 'Counts',
    titleOf: (name: string) => `Counts of “${name}”`,
    lead: 'Respondents who mention it, by what they are, and its passages by source. Every number opens what stands behind it.',
    link: 'Count by group, region and source',
    waiting: 'Counting…',
    by: {
      group: 'Respondents by group',
      region: 'Respondents by region',
      source: 'Passages by source',
    },
    head: { group: 'Group', region: 'Region', source: 'Source' },
    unit: { respondents: 'Respondents', passages: 'Passages' },
    of: (n: number) => `of ${n.toLocaleString('en')}`,
    share: 'Share',
    all: 'All',
    none: {
      group: 'No respondent who was interviewed has a group.',
      region: 'No respondent who was interviewed has a region.',
      source: 'No source has a passage of it.',
    },
    hidden: (n: number, minimum: number) =>
      n === 1
        ? `1 source is not shown: fewer than ${minimum} respondents speak there.`
        : `${n.toLocaleString('en')} sources are not shown: fewer than ${minimum} respondents speak in each.`,
    more: (n: number) => `All ${n.toLocaleString('en')} sources in the table`,
    protection: (minimum: number) =>
      `<\u202f${minimum} hides a number that fewer than ${minimum} respondents stand behind; ∗ hides another, so that sums do not give the first one back.`,
    table: 'The same for all codes',
  },
};
