import { hasIntervals } from './interval.ts';
import type { ThemesProps } from './ThemesPage.tsx';

/** What the numbers mean, and everything that is not in them. */
export const ThemeNotes = ({ shell, ...props }: ThemesProps) => (
  <ul class="table-foot count-notes">
    {notesOf(shell.t.analysis.themes.notes, props).map((note) => (
      <li>{note}</li>
    ))}
  </ul>
);

type Words = ThemesProps['shell']['t']['analysis']['themes']['notes'];

function notesOf(words: Words, props: Omit<ThemesProps, 'shell'>): string[] {
  const lines = [...meanings(words, props), ...leftOut(words, props)];
  return lines.filter((line) => line !== false);
}

function meanings(words: Words, props: Omit<ThemesProps, 'shell'>): (string | false)[] {
  const { table, choices, panel } = props;
  const { unit, over } = table;
  const sum = table.columns.reduce((total, column) => total + (column.denominator ?? 0), 0);
  return [
    unit === 'documents' ? words.documents_counted : words[unit],
    over === 'asked' && words.asked,
    over === 'tied' && words.tied,
    over === 'everyone' && words.everyone,
    [choices.by, choices.and].includes('question') && words.question,
    table.denominator !== null && sum > table.denominator && words.overlap,
    table.columns.some((column) => column.key === '') &&
      choices.by !== 'question' &&
      words.notGiven,
    panel.only !== null && words.filtered,
    choices.interval && (hasIntervals(unit) ? words.intervals : words.noIntervals),
    table.minCell > 1 && words.protection(table.minCell),
  ];
}

function leftOut(words: Words, props: Omit<ThemesProps, 'shell'>): (string | false)[] {
  const { table, choices, notHeld, erased, asked } = props;
  const { unit, leftOut: left } = table;
  const isOfPeople = unit !== 'passages' && unit !== 'documents';
  const whose = choices.words === 'interviewers' ? words.respondentsLeft : words.interviewers;
  return [
    asked > 0 && whose(asked),
    left.documents > 0 && words.documents(left.documents, unit === 'passages'),
    left.debriefs > 0 && words.debriefs(left.debriefs),
    notHeld > 0 && words.notHeld(notHeld),
    erased > 0 && isOfPeople && words.erased(erased),
    left.withoutSource > 0 && words.withoutSource(left.withoutSource),
  ];
}
