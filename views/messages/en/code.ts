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
    all: 'All',
    none: {
      group: 'No respondent who was interviewed has a group.',
      region: 'No respondent who was interviewed has a region.',
      source: 'No source has a passage of it.',
      document: 'No document has a passage of it.',
    },
    hidden: (n: number) =>
      n === 1
        ? 'The one source of an interview is not shown here, so that its respondent is not given away.'
        : `The ${n.toLocaleString('en')} sources of interviews are not shown here one by one, so that no respondent is given away.`,
    more: (n: number) => `All ${n.toLocaleString('en')} sources`,
    protection: (minimum: number) =>
      `<\u202f${minimum} hides a number that fewer than ${minimum} respondents stand behind; ∗ hides another, so that sums do not give the first one back.`,
    table: 'The same for all codes',
  },
  examples: {
    title: 'Examples from the texts',
    hint: 'Typed. Passages that were coded are picked below, under Passages, with “Use as example”.',
    quote: (text: string, source: string) => `“${text}” (${source})`,
    drop: (source: string) => `The passage from ${source} is no longer an example`,
  },
  passages: {
    title: 'Passages',
    titleOf: (name: string) => `Passages of “${name}”`,
    lead: 'Each in the words around it, by source and place. Its source leads to the place in the text.',
    link: 'Read its passages',
    waiting: 'Reading…',
    filter: { group: 'Group', region: 'Region', source: 'Source', coder: 'Coder' },
    any: { group: 'Any group', region: 'Any region', source: 'Any source', coder: 'Anyone' },
    report: 'For the report',
    example: 'example',
    pick: 'Use as example',
    drop: 'No longer an example',
    show: 'Show',
    clear: 'Show all',
    found: (n: number, isLimited: boolean) => {
      if (n === 0)
        return isLimited
          ? 'No passage of it is like that.'
          : 'No passage has this code yet. Open a source, mark a passage and choose the code.';
      return n === 1 ? '1 passage.' : `${n.toLocaleString('en')} passages.`;
    },
    protectedText:
      'These passages are not listed: so few respondents stand behind them that a list by group or region could give one of them away.',
    toSources: 'Go to the sources',
  },
  together: {
    title: 'Appears with',
    titleOf: (name: string) => `Codes that appear with “${name}”`,
    lead: 'Codes whose passages overlap with its own. Each code is counted for itself, without sub-codes.',
    link: 'Which codes it appears with',
    waiting: 'Counting…',
    caption: 'Codes whose passages overlap with its own, without sub-codes.',
    code: 'Code',
    overlaps: 'Overlaps',
    both: (path: string, n: number) => `${n}: passages shared with ${path}`,
    none: 'Its passages overlap with those of no other code.',
    noneShown: 'No number is large enough to be shown.',
    hidden: (n: number, minimum: number) =>
      n === 1
        ? `1 code is not shown: fewer than ${minimum} respondents stand behind the number.`
        : `${n.toLocaleString('en')} codes are not shown: fewer than ${minimum} respondents stand behind each number.`,
    all: (n: number) => `All ${n.toLocaleString('en')} codes it appears with`,
    table: 'The same for all codes',
  },
  past: {
    title: 'History',
    titleOf: (name: string) => `History of “${name}”`,
    lead: 'What was done to this code and its memos, newest first. What can be undone has its undo beside it.',
    link: 'What was done to it',
    waiting: 'Reading…',
    more: 'Earlier changes',
    book: 'History of the codebook',
  },
  changes: {
    'code.examplePicked': ({ name, source }: { name: string; source: string }) =>
      `Picked a passage of ${source} as an example of “${name}”`,
    'code.exampleDropped': ({ name, source }: { name: string; source: string }) =>
      `Took a passage of ${source} out of the examples of “${name}”`,
  },
};
