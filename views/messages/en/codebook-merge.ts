const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const codings = (n: number) => plural(n, 'coding', 'codings');
const subCodes = (n: number) => plural(n, 'sub-code', 'sub-codes');
const memos = (n: number) => plural(n, 'memo', 'memos');
const summaries = (n: number) => plural(n, 'summary', 'summaries');

/** Merging a code into another. */
export const merge = {
  link: 'Merge into another code',
  title: (name: string) => `Merge “${name}” into another code`,
  lead: 'Its codings, memos, summaries and sub-codes go over to the other code, and it is gone. You see what will happen before anything is changed.',
  into: 'Into',
  choose: 'Choose a code',
  look: 'Look at it',
  preview: 'What merging does',
  facts: (
    n: { codings: number; same: number; subCodes: number; memos: number; summaries: number },
    into: string,
  ): string[] => [
    `${codings(n.codings)} will have “${into}”.`,
    ...(n.same > 0
      ? [
          `${codings(n.same)} will become one with a coding of “${into}” by the same coder on the same passage. Memos of both are kept.`,
        ]
      : []),
    ...(n.subCodes > 0 ? [`${subCodes(n.subCodes)} will stand under “${into}”.`] : []),
    ...(n.memos > 0 ? [`${memos(n.memos)} will stand on “${into}”.`] : []),
    ...(n.summaries > 0
      ? [
          `${summaries(n.summaries)} of the framework grid will stand under “${into}”; where a respondent has one there, the two become one text.`,
        ]
      : []),
  ],
  rule: (name: string, into: string) =>
    `What the rule of “${name}” says is added to the rule of “${into}”.`,
  undo: 'One undo brings everything back as it was.',
  save: 'Merge',
  cancel: 'Back to the code',
};
