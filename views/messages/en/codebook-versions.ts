const number = (n: number): string => n.toLocaleString('en');
const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const codings = (n: number) => plural(n, 'coding', 'codings');

/** The codebook’s history: named states, how they differ, what changed since one read the rules. */
export const versions = {
  link: 'History',
  title: 'History of the codebook',
  lead: 'Every change of a code, newest first. Each state of the codebook can be looked at, compared and exported as it was; give one a name to find it again.',
  named: 'Named states',
  noNames: 'No state has a name yet. Name one before you rework the codebook: “after pilot”.',
  name: 'Name of the codebook as it stands',
  nameThen: 'Name of this state',
  nameHint: 'For instance: after pilot, sent to the client.',
  save: 'Name it',
  unname: 'Take the name away',
  unnameOf: (name: string) => `Take the name “${name}” away`,
  changes: 'Changes',
  none: 'No code has been added yet. What anyone does to the codebook will be listed here.',
  look: 'As it was then',
  lookAfter: (sentence: string) => `The codebook as it was after: ${sentence}`,
  toNow: 'Compare with now',
  toNowFrom: (what: string) => `Compare with now: ${what}`,
  pages: 'Older and newer changes',
  range: (from: number, to: number) => `Changes ${number(from)} to ${number(to)}`,
  older: 'Older changes',
  newest: 'Newest changes',
  now: 'Now',
  change: (seq: number) => (seq === 0 ? 'The empty codebook' : `Change ${number(seq)}`),
  past: {
    title: (name: string) => `The codebook “${name}”`,
    untitled: (seq: number) =>
      seq === 0 ? 'The empty codebook' : `The codebook after change ${number(seq)}`,
    after: (sentence: string) => `After: ${sentence}`,
    codes: (n: number) => `${plural(n, 'code', 'codes')}, as they were then.`,
    summary: (n: number) =>
      `${plural(n, 'code', 'codes')}, as they were then. Codings are not counted here: figures are those of today, on the codebook’s page.`,
    empty: 'There was no code then.',
    isNow: 'This is the codebook as it stands now.',
    print: 'Print',
  },
  compare: {
    title: 'Compare the codebook',
    lead: (from: string, to: string) => `From “${from}” to “${to}”.`,
    from: 'From',
    to: 'To',
    look: 'Compare',
    same: 'Nothing is different between these two.',
    hint: 'Codings are those that the code has today, or that came or went with the change.',
    added: 'Added',
    gone: 'Gone',
    renamed: 'Renamed',
    moved: 'Moved',
    redefined: 'Rule changed',
    set: 'Key, colour or use changed',
    reordered: 'In another order',
    splitOff: (name: string, n: number) => `split off from “${name}” with ${codings(n)}`,
    merged: (name: string, n: number) => `merged into “${name}” with ${codings(n)}`,
    deleted: (n: number) => (n === 0 ? 'deleted' : `deleted with ${codings(n)}`),
    codings,
    was: (before: string) => `was “${before}”`,
    stood: (before: string) => (before === '' ? 'was a theme' : `stood under “${before}”`),
    themes: 'The themes',
    under: (name: string) => `The sub-codes of “${name}”`,
    before: 'Before',
    after: 'After',
    nothing: 'nothing',
    yes: 'can be applied',
    no: 'for structure only',
    use: 'Use',
  },
  reading: {
    notice: (n: number, most: number) =>
      `Others changed the codebook ${n >= most ? `${number(most)} times or more` : n === 1 ? 'once' : `${number(n)} times`} since you last read its rules.`,
    never: 'You have not read these rules yet.',
    look: 'See what changed',
    title: 'What changed since you read the rules',
    lead: 'Codes that others added, renamed, moved, merged, split or deleted, and rules that they changed. Your own changes do not count.',
    since: 'You read them last',
    first:
      'You have not said yet that you read the rules, so every code that is not yours is listed.',
    nothing:
      'Nothing is different for you: what was changed was changed back, or was only a colour or an order.',
    save: 'I have read it',
    done: 'You have read the rules as they stand.',
  },
  errors: {
    noState:
      'The codebook has no such state. Choose a change or a name from the history of the codebook.',
    noVersion: 'This state has no such name any more. The history lists the names there are.',
    versionEmpty: 'Write a name for this state.',
    versionTaken: ({ name }: { name: string }) =>
      `Another state is called “${name}”. Choose another name, or take that one away first.`,
    versionsMany: ({ limit }: { limit: number }) =>
      `${number(limit)} states have a name, and there is no room for more. Take one away first.`,
  },
  sentences: {
    named: ({ name }: { name: string }) => `Codebook named “${name}”`,
    unnamed: ({ name }: { name: string }) => `Name “${name}” of the codebook taken away`,
    read: 'Rules of the codebook read',
  },
};
