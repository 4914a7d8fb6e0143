const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const codings = (n: number) => plural(n, 'coding', 'codings');
const subCodes = (n: number) => plural(n, 'sub-code', 'sub-codes');
const memos = (n: number) => plural(n, 'memo', 'memos');
const summaries = (n: number) => plural(n, 'summary', 'summaries');

/** Where sub-codes are merged along, each goes to its own. */
const orBelow = (n: { joined: number }) => (n.joined > 0 ? ' or a sub-code of it' : '');

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
    n: Record<'codings' | 'same' | 'subCodes' | 'joined' | 'memos' | 'summaries', number>,
    into: string,
  ): string[] => [
    `${codings(n.codings)} will have “${into}”${orBelow(n)}.`,
    ...(n.same > 0
      ? [
          `${codings(n.same)} will become one with a coding of “${into}”${orBelow(n)} by the same coder on the same passage. Memos of both are kept.`,
        ]
      : []),
    ...(n.subCodes > 0 ? [`${subCodes(n.subCodes)} will stand under “${into}”${orBelow(n)}.`] : []),
    ...(n.memos > 0 ? [`${memos(n.memos)} will stand on “${into}”${orBelow(n)}.`] : []),
    ...(n.summaries > 0
      ? [
          `${summaries(n.summaries)} of the framework grid will stand under “${into}”${orBelow(n)}; where a respondent has one there, the two become one text.`,
        ]
      : []),
  ],
  twins: (n: number) =>
    `${subCodes(n)} will be merged into ${n === 1 ? 'the one' : 'those'} of the same name, with rules, memos and keys:`,
  twin: (path: string, into: string) => `${path} into ${into}`,
  moreTwins: (n: number) => `and ${n.toLocaleString('en')} more`,
  rule: (name: string, into: string) =>
    `What the rule of “${name}” says is added to the rule of “${into}”.`,
  undo: 'One undo brings everything back as it was.',
  save: 'Merge',
  cancel: 'Back to the code',
};
