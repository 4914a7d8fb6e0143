import { formatDate } from '../../../src/domain/dates/format.ts';

/** `5 January 2026, 09:14 UTC` */
const moment = (at: string): string => `${formatDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;

export const history = {
  title: 'Activity',
  lead: 'Every change to this project, newest first. Each can be undone as long as nobody has built on it.',
  empty: 'Nothing has happened yet. What anyone adds, changes or removes will be listed here.',
  undo: 'Undo',
  undoThis: (sentence: string) => `Undo: ${sentence}`,
  pages: 'Older and newer changes',
  range: (from: number, to: number) => `Changes ${from} to ${to}`,
  undone: (sentence: string) => `Undone: ${sentence}`,
  redone: (sentence: string) => `Done again: ${sentence}`,
  saves: (n: number) => `${n} saves`,
  left: (n: number) =>
    n === 1
      ? 'The save before it stays, since somebody else wrote there in between.'
      : `The ${n} saves before it stay, since somebody else wrote there in between.`,
  reversed: 'undone since',
  erased: 'words erased since',
  older: 'Older changes',
  newest: 'Newest changes',
  errors: {
    stale: () =>
      'Someone changed this since you opened it. Both versions are below: choose, or put them together, and save again.',
    gone: () => 'This has been removed since you opened the page. Nothing was changed.',
    builtOn: () =>
      'This cannot be undone: something else was changed since that builds on it. Undo that first; the activity page lists it.',
    builtOnBy: ({ who, at }: { who: string; at: string }) =>
      `This cannot be undone: ${who} built on it on ${moment(at)}. Ask them first; the activity page lists what was done.`,
    builtOnByYou: ({ at }: { at: string }) =>
      `This cannot be undone: you built on it yourself on ${moment(at)}. Undo that first; the activity page lists it.`,
    wordsErased: () => 'This cannot be undone: the words it would bring back were erased for good.',
    final: () =>
      'This cannot be undone: what was erased for good is gone. The page said so beforehand.',
    noSuchChange: () => 'There is no such change in this project.',
    nothingOfYours: () => 'There is nothing of yours to undo.',
    nothingToRedo: () => 'There is nothing to do again.',
    nothingToUndo: () =>
      'This entry only records that something was looked at or exported; there is nothing to undo.',
    alreadyUndone: () => 'This has already been undone.',
  },
};
