/** What a table of themes counts, and out of what, in words. */
export type Unit = 'respondents' | 'people' | 'interviews' | 'passages' | 'documents';
export type Over = 'everyone' | 'all' | 'asked' | 'tied';

export const one = (n: number, single: string, several: string) =>
  n === 1 ? `1 ${single}` : `${n} ${several}`;

export const units: Record<Unit, (n: number) => string> = {
  respondents: (n) => one(n, 'respondent', 'respondents'),
  people: (n) => one(n, 'person', 'people'),
  interviews: (n) => one(n, 'interview', 'interviews'),
  passages: (n) => one(n, 'passage', 'passages'),
  documents: (n) => one(n, 'document', 'documents'),
};
