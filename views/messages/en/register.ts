interface Doubtful {
  text: string;
  reading: string;
  alternatives: readonly string[];
}

const or = (texts: readonly string[]): string => texts.join(' or ');
/** Earlier respondents are named by the line they first stand on, or by their reference. */
const earlier = (where: string): string => (/^\d+$/.test(where) ? `line ${where}` : where);

/** What a pasted register was taken for, and what is doubtful about it; each doubt says what was made of it and what to do. */
export const register = {
  doubts: {
    'after-date': ({ reading }: Doubtful) =>
      `This stands below the date, and was read as the end of the department: “${reading}”.`,
    backwards: ({ text }: Doubtful) =>
      `“${text}” ends before it begins. Write the days as they were.`,
    'day-or-month': ({ text, alternatives }: Doubtful) =>
      `“${text}” is ${or(alternatives)}. Say which, or choose whether this list writes the day or the month first.`,
    'first-not-found': ({ reading }: Doubtful) =>
      `This is a further interview with ${reading}, but no earlier one was found.`,
    'group-size': ({ text }: Doubtful) =>
      `“${text}” reads as a group, and how many they were is not said. It counts as 1 person until you say.`,
    'heading-not-a-place': ({ text }: Doubtful) =>
      `“${text}” reads as a heading and not as a place. The interviews below have it as their location.`,
    'heading-unsure': ({ text }: Doubtful) =>
      `“${text}” was read as a heading: the location of the interviews below. It could be a respondent of the interview above.`,
    hyphen: ({ text, reading, alternatives }: Doubtful) =>
      `“${text}” is divided at the end of a line. It was read as “${reading}” and could be “${or(alternatives)}”.`,
    'interviewer-alike': ({ text, alternatives }: Doubtful) =>
      `“${text}” is one letter away from “${or(alternatives)}”. Say whether they are one person; until then they are two.`,
    'interviewer-same': ({ text, alternatives }: Doubtful) =>
      `“${text}” and “${or(alternatives)}” are the same letters. Say whether they are one person; until then they are two.`,
    'interviewers-unsure': ({ reading }: Doubtful) =>
      `What stands behind the date was read as interviewers: ${reading}.`,
    'joins-above': ({ text, reading }: Doubtful) =>
      `“${text}” has no date, and was read as a further respondent of the interview above, with ${reading}.`,
    'joint-unsure': ({ text }: Doubtful) =>
      `“${text}” may be two people. It was read as one respondent.`,
    'name-alike': ({ text, reading }: Doubtful) =>
      `“${text}” is one letter away from the respondent of ${earlier(reading)}, and was read as the same.`,
    'name-end': ({ reading, alternatives }: Doubtful) =>
      alternatives.length === 0
        ? `Where the name ends is unsure. It was read as “${reading}”.`
        : `Where the name ends is unsure. It was read as “${reading}” and could be “${or(alternatives)}”.`,
    'no-date': () => 'No date was found. The interview has none until you write one.',
    'no-interviewer': () => 'No interviewer was found.',
    'no-name': () => 'Nobody is named. Say who was interviewed.',
    'not-a-date': ({ text }: Doubtful) => `“${text}” is no date. Write the day of the interview.`,
    'not-a-day': ({ text }: Doubtful) => `No calendar has the day “${text}”.`,
    'not-understood': ({ text }: Doubtful) =>
      `“${text}” was not understood. Say what it is, or leave it out.`,
    'points-day-first': ({ text, reading, alternatives }: Doubtful) =>
      `“${text}” was read as ${reading}, since dates with points have the day first; it could be ${or(alternatives)}.`,
    'same-name': ({ text, reading }: Doubtful) =>
      `“${text}” has the name of the respondent of ${earlier(reading)}, and was read as the same: one person, one more interview.`,
    'second-interview': ({ text, reading }: Doubtful) =>
      `“${text}” was read as a further interview with the respondent of ${earlier(reading)}.`,
    'two-dates': ({ alternatives }: Doubtful) =>
      `There is more than one date: ${alternatives.join(', ')}. Write the one of this interview.`,
    unnamed: ({ reading }: Doubtful) =>
      `“${reading}” is a role and no name. It was read as one person who is not named.`,
  },
  lines: {
    start: 'starts an interview',
    continues: 'goes on with the row above',
    joins: 'a further respondent of the interview above',
    heading: 'heading',
    columns: 'names of columns',
    title: 'title',
    blank: 'empty',
    unknown: 'not understood',
    aside: 'left out',
  },
  dateReasons: {
    'only-way': 'It can be read in no other way.',
    'order-given': 'You chose this order of day and month.',
    'list-settles': (line: number, text: string) =>
      `Other dates of this list can only be read in this order: “${text}” in line ${line}.`,
    points: 'Dates with points have the day first.',
    decided: 'You wrote it.',
  },
};
