import type { DayOrder, IsoDate } from '../dates/index.ts';
import { readMention, splitInterviewers, splitList, type Mention } from './cells.ts';
import type { Column } from './columns.ts';
import { readFacts, readHeadCounts, type Vocabulary } from './facts.ts';
import { Matcher, type Said } from './matcher.ts';
import { Names } from './names.ts';
import { People } from './people.ts';
import { RowReader } from './reader.ts';
import type { Doubt, Facts, InterviewDraft, Known, Plan, Problem, TableRow } from './types.ts';
import { readWhen, type When } from './when.ts';
import { CONSENTS, KINDS, MODES, STATUSES, type Kind, type Status } from './words.ts';

export interface ReadOptions {
  /** How `03/04/2013` is read; null asks. */
  order: DayOrder | null;
  /** Interviews up to this day count as done where the file has no status. */
  today: IsoDate;
}

/** A respondent as one row speaks of them. */
interface Entry {
  mention: Mention;
  facts: Facts;
  headCount: number | null;
}

/** Reads the rows one after the other, remembering whom and what the earlier ones spoke of. */
export class Reading {
  private readonly interviews: InterviewDraft[] = [];
  private readonly doubts: Doubt[] = [];
  private readonly problems: Problem[] = [];
  private unchanged = 0;
  private readonly people: People;
  private readonly interviewers: Names;
  private readonly words: Vocabulary;
  private readonly matcher: Matcher;

  constructor(
    known: Known,
    private readonly columns: readonly Column[],
    private readonly width: number,
    private readonly options: ReadOptions,
  ) {
    this.people = new People(known.respondents);
    this.interviewers = new Names(known.interviewers, 'interviewer-same', 'interviewer-alike');
    const names = (list: readonly string[]): Names => new Names(list, null, 'name-alike');
    this.words = {
      groups: names(known.groups),
      regions: names(known.regions),
      variables: names(known.variables.map((variable) => variable.name)),
      known: known.variables,
      order: options.order,
    };
    this.matcher = new Matcher(known);
  }

  read(row: TableRow): void {
    const reader = new RowReader(row, this.columns);
    const extra = row.cells.findIndex((cell, i) => i >= this.width && cell.trim() !== '');
    if (extra >= 0) reader.tooMany(extra + 1);
    const interview = this.interview(reader);
    if (interview) this.interviews.push(interview);
    this.problems.push(...reader.problems);
    this.doubts.push(...reader.doubts);
  }

  plan(): Plan {
    const { interviews, unchanged, doubts, problems } = this;
    const respondents = this.people.drafts;
    const { additions } = this.people;
    const said = [...respondents, ...additions];
    // A row that must stay out may have brought a name that nothing else uses.
    const used = (names: Names, uses: readonly string[]): string[] =>
      names.added.filter((name) => uses.includes(name));
    return {
      interviews,
      respondents,
      additions,
      interviewers: used(this.interviewers, [
        ...new Set(interviews.flatMap((i) => i.interviewers)),
      ]),
      groups: used(this.words.groups, [...new Set(said.map((facts) => facts.group))]),
      regions: used(this.words.regions, [...new Set(said.map((facts) => facts.region))]),
      variables: used(this.words.variables, [
        ...new Set(said.flatMap((facts) => Object.keys(facts.values))),
      ]),
      unchanged,
      doubts,
      problems,
    };
  }

  /** null where the row must stay out or its interview is there already. */
  private interview(reader: RowReader): InterviewDraft | null {
    const entries = this.entries(reader);
    const said = this.said(reader, entries);
    if (reader.isStopped) return null;
    const interviewers = splitInterviewers(reader.text('interviewers')).map((name) =>
      this.interviewers.name(reader, 'interviewers', name),
    );
    if (this.matcher.take(reader, said)) {
      for (const e of entries) this.people.meetAgain(reader, e.mention, e.facts, e.headCount);
      this.unchanged += 1;
      return null;
    }
    return {
      line: reader.line,
      reference: said.reference || null,
      date: said.date,
      endDate: said.endDate,
      kind: said.kind || usualKind(entries),
      mode: said.mode,
      location: said.location,
      language: said.language,
      status: said.status || this.usualStatus(said),
      consent: said.consent || 'not recorded',
      notes: said.notes,
      respondents: entries.map((e) => this.people.meet(reader, e.mention, e.facts, e.headCount)),
      interviewers: [...new Set(interviewers)],
    };
  }

  private entries(reader: RowReader): Entry[] {
    const mentions = mentionsOf(reader);
    const headCounts = readHeadCounts(reader, mentions);
    const facts = readFacts(reader, mentions.length, this.words);
    return mentions.flatMap((mention, i) => {
      const said = facts[i];
      return said ? [{ mention, facts: said, headCount: headCounts[i] ?? null }] : [];
    });
  }

  private said(reader: RowReader, entries: readonly Entry[]): Said {
    const respondents = entries.map((e) => this.people.sign(e.mention, e.facts, e.headCount));
    const named = respondents.filter((_, i) => entries[i]?.mention.who !== '');
    if (new Set(named).size < named.length)
      reader.problem('respondents', reader.text('respondents'), 'respondent-twice');
    return {
      reference: this.matcher.readReference(reader),
      ...readWhen(reader, this.options.order),
      kind: reader.word('kind', KINDS),
      mode: reader.word('mode', MODES),
      status: reader.word('status', STATUSES),
      consent: reader.word('consent', CONSENTS),
      location: reader.text('location'),
      language: reader.text('language'),
      notes: reader.raw('notes'),
      respondents,
    };
  }

  /** A register lists what was held: only a day that is still to come says otherwise. */
  private usualStatus({ date }: When): Status {
    return date !== null && date > this.options.today ? 'planned' : 'done';
  }
}

const ABOUT_RESPONDENTS = ['head_count', 'role', 'organisation', 'group', 'region'] as const;

/** Whom the row speaks of; where it names nobody and yet says something of them, one respondent without a name. */
function mentionsOf(reader: RowReader): Mention[] {
  const named = splitList(reader.text('respondents')).filter((text) => text !== '');
  if (named.length > 0)
    return named.map((text, i) => ({ ...readMention(text), isOther: reader.isOther(i) }));
  const isSaid =
    ABOUT_RESPONDENTS.some((field) => reader.text(field) !== '') ||
    reader.variables().some(({ text }) => text !== '');
  return isSaid ? [{ text: '', who: '', headCount: null, isRepeat: false }] : [];
}

function usualKind(entries: readonly Entry[]): Kind {
  if (entries.some((e) => e.mention.isRepeat)) return 'follow-up';
  const heads = entries.reduce((sum, e) => sum + (e.headCount ?? 1), 0);
  return heads > 1 ? 'group' : 'individual';
}
