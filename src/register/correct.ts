import { createHash } from 'node:crypto';
import type { Corrections, PreviewRow, RowDecision } from '../domain/register/brought/index.ts';
import { KINDS } from '../domain/register/index.ts';
import { LINE_KINDS, type DoubtReason, type LineDecision } from '../domain/register/paste/index.ts';

/** What a form says, by the name of its field. */
export type Fields = Readonly<Record<string, string>>;

type Lines = Record<number, LineDecision>;

/** Changes while somebody else changed the same row show by this: see `promise 4`. */
export function rowStamp(corrections: Corrections, row: Pick<PreviewRow, 'lines'>): string {
  const said = row.lines.map(({ line }) => [corrections.lines?.[line], corrections.rows?.[line]]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/** What a person typed into a row's form; what they left as it was read is no correction. */
export function correctRow(corrections: Corrections, row: PreviewRow, typed: Fields): Corrections {
  return row.lines[0]?.kind === 'row'
    ? correctCells(corrections, row, typed)
    : correctLines(corrections, row, typed);
}

function correctCells(corrections: Corrections, row: PreviewRow, typed: Fields): Corrections {
  const changed = Object.entries(typed).flatMap(([field, text]) => {
    const name = /^cell-(.+)$/u.exec(field)?.[1];
    return name === undefined || text.trim() === (row.cells[name] ?? '')
      ? []
      : [[name, text.trim()]];
  });
  const before = corrections.rows?.[row.line];
  const cells = { ...before?.cells, ...(Object.fromEntries(changed) as Record<string, string>) };
  return withRow(corrections, row.line, { ...before, cells });
}

const withRow = (corrections: Corrections, line: number, said: RowDecision): Corrections => ({
  ...corrections,
  rows: { ...corrections.rows, [line]: said },
});

function correctLines(corrections: Corrections, row: PreviewRow, typed: Fields): Corrections {
  const lines: Lines = { ...corrections.lines };
  for (const { line, kind } of row.lines) {
    const wanted = LINE_KINDS.find((one) => one === typed[`line-${line}`]);
    if (wanted !== undefined && wanted !== kind && wanted !== 'blank')
      say(lines, line, { kind: wanted });
  }
  if (row.interview !== null) correctInterview(lines, row, row.interview, typed);
  return { ...corrections, lines };
}

function say(lines: Lines, line: number, { cells, ...more }: LineDecision): void {
  const before = lines[line];
  lines[line] = {
    ...before,
    ...more,
    ...(cells ? { cells: { ...before?.cells, ...cells } } : {}),
  };
}

function correctInterview(
  lines: Lines,
  { line }: PreviewRow,
  interview: NonNullable<PreviewRow['interview']>,
  typed: Fields,
): void {
  const isNew = (field: string, stands: string): boolean =>
    typed[field] !== undefined && typed[field].trim() !== stands;
  const text = (field: string): string => (typed[field] ?? '').trim();
  if (isNew('date', interview.dateText)) say(lines, line, { cells: { date: text('date') } });
  for (const field of ['location', 'note'] as const)
    if (isNew(field, interview[field])) say(lines, line, { cells: { [field]: text(field) } });
  if (isNew('interviewers', interview.interviewers.join('; ')))
    say(lines, line, { cells: { interviewers: text('interviewers') } });
  const kind = KINDS.find((one) => one === typed['kind']);
  if (kind !== undefined && kind !== interview.kind) say(lines, line, { interviewKind: kind });
  for (const person of peopleByLine(interview)) {
    const of = (field: string): string => `${field}-${person.line}`;
    const count = Number(text(of('count')));
    const isCount = Number.isInteger(count) && count > 0 && count < 10_000;
    if (isNew(of('name'), person.name)) {
      // A name written anew has neither its `(6 people)` nor its `(2nd)`: what they said is kept.
      say(lines, person.line, { cells: { name: text(of('name')) } });
      if (isCount && !person.isJoint) say(lines, person.line, { headCount: count });
      if (kind !== undefined && !person.isJoint) say(lines, line, { interviewKind: kind });
    }
    if (isNew(of('about'), person.about))
      say(lines, person.line, { cells: { department: text(of('about')) } });
    if (isCount && count !== person.headCount) say(lines, person.line, { headCount: count });
    for (const field of ['group', 'region'] as const)
      if (isNew(of(field), person[field])) say(lines, person.line, { [field]: text(of(field)) });
    if (typed[of('again')] !== undefined && person.again !== null)
      say(lines, person.line, { isEarlier: typed[of('again')] === 'yes' });
  }
}

/** People named on one line are written in one field, with `&` between them. */
export function peopleByLine({ people }: NonNullable<PreviewRow['interview']>) {
  const lines = [...new Set(people.map(({ line }) => line))];
  return lines.flatMap((line) => {
    const all = people.filter((person) => person.line === line);
    const [first] = all;
    if (!first) return [];
    return [{ ...first, name: all.map(({ name }) => name).join(' & '), isJoint: all.length > 1 }];
  });
}

/** Doubts of a row that were looked at and are right as read; what is open has to be decided. */
export function confirmDoubts(
  corrections: Corrections,
  row: PreviewRow,
  which: (doubt: PreviewRow['doubts'][number]) => boolean = () => true,
): Corrections {
  let said = corrections;
  for (const doubt of row.doubts.filter((one) => !one.isOpen && which(one))) {
    const { line, reason, field, text } = doubt;
    if (field === 'interviewers' && reason.startsWith('interviewer-'))
      said = { ...said, interviewers: { ...said.interviewers, [text]: text } };
    else if (row.lines[0]?.kind === 'row') {
      const before = said.rows?.[line];
      const confirmed = [...new Set([...(before?.confirmed ?? []), reason])];
      said = withRow(said, line, { ...before, confirmed });
    } else {
      const lines: Lines = { ...said.lines };
      const confirmed = [...new Set([...(lines[line]?.confirmed ?? []), reason as DoubtReason])];
      say(lines, line, { confirmed });
      said = { ...said, lines };
    }
  }
  return said;
}

/** Leaves a row out, or takes it in again as it was read. */
export function setAside(corrections: Corrections, row: PreviewRow, isAside: boolean): Corrections {
  if (row.lines[0]?.kind === 'row')
    return withRow(corrections, row.line, { ...corrections.rows?.[row.line], isAside });
  const lines: Lines = { ...corrections.lines };
  for (const { line, kind } of row.lines) {
    if (kind === 'blank') continue;
    const said: LineDecision = { ...lines[line], kind: 'aside' };
    if (!isAside) delete said.kind;
    lines[line] = said;
  }
  return { ...corrections, lines };
}

/** Forgets everything that was said of a row. */
export function resetRow(corrections: Corrections, row: PreviewRow): Corrections {
  const without = <T>(said: Readonly<Record<number, T>> | undefined): Record<number, T> => {
    const rest = { ...said };
    for (const { line } of row.lines) Reflect.deleteProperty(rest, line);
    return rest;
  };
  return { ...corrections, lines: without(corrections.lines), rows: without(corrections.rows) };
}

/** Writes a group, region or place into many rows; what is left empty stays as it is. */
export function fillIn(
  corrections: Corrections,
  row: PreviewRow,
  values: { group: string; region: string; location: string },
): Corrections {
  const said = Object.entries(values).filter(([, value]) => value !== '');
  if (row.interview === null || said.length === 0) return corrections;
  if (row.lines[0]?.kind === 'row') {
    const before = corrections.rows?.[row.line];
    const cells = { ...before?.cells, ...(Object.fromEntries(said) as Record<string, string>) };
    return withRow(corrections, row.line, { ...before, cells });
  }
  const lines: Lines = { ...corrections.lines };
  const { group, region, location } = values;
  if (location !== '') say(lines, row.line, { cells: { location } });
  for (const { line } of row.interview.people)
    say(lines, line, { ...(group === '' ? {} : { group }), ...(region === '' ? {} : { region }) });
  return { ...corrections, lines };
}
