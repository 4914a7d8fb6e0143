import { toCsv, type CsvValue } from '../domain/csv/write.ts';
import type { AnswerRow } from '../../views/patterns/types.ts';

/** A line for each interview; several respondents, groups, regions or codes stand with `;` between them. */
export const answersCsv = (rows: readonly AnswerRow[]): string =>
  toCsv(
    ['interview', 'date', 'respondents', 'group', 'region', 'state', 'answer', 'codes'],
    rows.map(({ interview, date, people, state, said, notes, codes }): CsvValue[] => {
      const listed = (values: readonly (string | null)[]) =>
        [...new Set(values.filter((value) => value !== null))].join('; ');
      return [
        interview,
        date,
        listed(people.map(({ reference }) => reference)),
        listed(people.map(({ group }) => group)),
        listed(people.map(({ region }) => region)),
        state,
        [...said.flatMap(({ paragraphs }) => paragraphs), notes?.notes.trim() ?? '']
          .filter((words) => words !== '')
          .join('\n'),
        listed(codes.map(({ path }) => path)),
      ];
    }),
  );
