import { units, type Over, type Unit } from './analysis-units.ts';

const heads: Record<Over, string> = {
  everyone: 'in the register',
  all: 'respondents',
  asked: 'asked',
  tied: 'asked',
};

/** Words of the passages behind a number. */
export const passages = {
  title: (code: string, column: string | null) => (column === null ? code : `${code} × ${column}`),
  eyebrow: 'Passages behind a number',
  /** The number, out of how many, in how many passages; the number is the one in the table's cell. */
  heading: {
    respondents: (n: number, of: number, over: Over, passageCount: number) =>
      `${n} of ${of} ${heads[over]}, in ${units.passages(passageCount)}`,
    people: (n: number, of: number, _over: Over, passageCount: number) =>
      `${n} of ${units.people(of)}, in ${units.passages(passageCount)}`,
    interviews: (n: number, of: number, _over: Over, passageCount: number) =>
      `${n} of ${units.interviews(of)}, in ${units.passages(passageCount)}`,
    passages: (n: number, of: number) => `${n} of ${units.passages(of)} coded`,
    documents: (n: number, of: number, _over: Over, passageCount: number) =>
      `${n} of ${units.documents(of)}, in ${units.passages(passageCount)}`,
  } satisfies Record<Unit, (n: number, of: number, over: Over, passageCount: number) => string>,
  protectedTitle: 'This number is hidden',
  protectedText:
    'So few respondents stand behind it, or behind a number beside it, that it could give one of them away.',
  back: 'Back to the table',
  close: 'Close',
  openAll: (n: number) => `All ${n} passages on a page of their own`,
  openPage: 'Open on a page of its own',
  download: 'Download as CSV',
  joint: 'said in a joint interview',
  documents: 'Documents',
  nobody: 'Nobody recorded',
  groupCount: (n: number) => units.passages(n),
  inText: 'Open in the text',
  codedBy: (initials: string) => `coded by ${initials}`,
  forReport: 'for the report',
  report: {
    which: 'Which passages',
    all: 'All passages',
    only: 'For the report only',
    /** After the number, which stays that of the cell. */
    listed: (n: number, of: number) => `. For the report only: ${n} of ${units.passages(of)}.`,
    none: 'None of these passages is marked for the report. The mark is made in the workbench, on the card of a coding or with its key.',
  },
  pages: 'Pages of passages',
  range: (from: number, to: number, of: number) => `${from} to ${to} of ${of}`,
  previous: 'Earlier',
  next: 'Further',
  /** Before the list of those counted in the denominator who are not in the number. */
  notMentioned: {
    people: {
      everyone: (n: number) => `${n} of the register did not mention it:`,
      all: (n: number) =>
        n === 1
          ? '1 was interviewed and did not mention it:'
          : `${n} were interviewed and did not mention it:`,
      asked: (n: number) =>
        n === 1 ? '1 was asked and did not mention it:' : `${n} were asked and did not mention it:`,
    },
    interviews: {
      all: (n: number) => `In ${n} it was not mentioned:`,
      asked: (n: number) =>
        n === 1
          ? 'In 1 it was asked and not mentioned:'
          : `In ${n} it was asked and not mentioned:`,
    },
    documents: (n: number) => `In ${n} it is not mentioned:`,
    more: (n: number) => `and ${n} more`,
  },
};
