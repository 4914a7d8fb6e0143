import { own } from '../own.ts';
import type { Kind } from '../words.ts';
import type { RawInterview, RawPerson } from './gather.ts';
import { readMention, splitJoint, type Mentioned } from './mention.ts';
import { People } from './people.ts';
import type {
  DateReason,
  LineDecision,
  PasteDoubt,
  PastedInterview,
  PastedRespondent,
  PasteOptions,
} from './types.ts';
import { splitSpellings } from './vocabulary.ts';
import { bothWays, readWhen, type BothWays, type DateRead, type Shown } from './when.ts';

/** Initials and names are no longer; more words are a remark. */
const LONGEST_INTERVIEWER = 4;

type Said = NonNullable<LineDecision['cells']>;

/** One respondent as a row names them. */
interface Mention {
  person: RawPerson;
  mention: Mentioned;
  text: string;
}

/** Turns the cells of rows into interviews, remembering whom the earlier ones were with. */
export class InterviewReader {
  readonly doubts: PasteDoubt[] = [];
  private readonly people: People;

  constructor(
    private readonly options: PasteOptions,
    private readonly shown: Shown,
  ) {
    this.people = new People(options.known.respondents);
  }

  read(raw: RawInterview, date: BothWays): PastedInterview {
    const said = this.said(raw.lines);
    const line = raw.lines[0] ?? 0;
    const mentions = raw.people.flatMap((person) => this.mentionsOf(person));
    const when = this.when(line, said.date === undefined ? date : bothWays(said.date), said);
    const notes = [...mentions.map(({ mention }) => mention.note), said.note ?? raw.cells.note];
    return {
      lines: raw.lines,
      respondents: mentions.map((one) => this.respondent(one)),
      date: when.date,
      endDate: when.endDate,
      dateText: said.date ?? raw.cells.date,
      dateReason: when.reason,
      kind: this.decidedKind(raw.lines) ?? kindOf(mentions.map((one) => one.mention)),
      location: said.location ?? (raw.cells.location || raw.location),
      ...this.interviewers(line, raw, said),
      note: notes.filter((note) => note !== '').join('; '),
    };
  }

  /** What a person wrote into the cells of these lines. */
  private said(lines: readonly number[]): Said {
    const decided = this.options.decisions?.lines;
    return decided ? Object.assign({}, ...lines.map((line) => decided[line]?.cells ?? {})) : {};
  }

  private decidedKind(lines: readonly number[]): Kind | undefined {
    const decided = this.options.decisions?.lines;
    return lines.map((line) => decided?.[line]?.interviewKind).find((kind) => kind !== undefined);
  }

  private doubt(doubt: Omit<PasteDoubt, 'alternatives' | 'isOpen'> & Partial<PasteDoubt>): void {
    this.doubts.push({ alternatives: [], isOpen: false, ...doubt });
  }

  private when(line: number, date: BothWays, said: Said): DateRead {
    const read = readWhen(date, this.options.order, this.shown);
    // A planned interview has no date yet; that one is only missing, not in doubt.
    if (read.doubt)
      this.doubt({
        line,
        field: 'date',
        text: date.text,
        ...read.doubt,
        isOpen: read.doubt.isOpen && date.text !== '',
      });
    const reason: DateReason | null = said.date === undefined ? read.reason : 'decided';
    return { ...read, reason: read.date === null ? null : reason };
  }

  private interviewers(
    line: number,
    raw: RawInterview,
    said: Said,
  ): Pick<PastedInterview, 'interviewers' | 'spellings'> {
    const text = said.interviewers ?? raw.cells.interviewers;
    const spellings = splitSpellings(text);
    if (spellings.length === 0)
      this.doubt({ line, field: 'interviewers', text, reading: '', reason: 'no-interviewer' });
    const isOdd = (one: string): boolean =>
      /\d/.test(one) || /^\p{Ll}/u.test(one) || one.split(' ').length > LONGEST_INTERVIEWER;
    if (said.interviewers === undefined && spellings.some(isOdd))
      this.doubt({
        line,
        field: 'interviewers',
        text,
        reading: spellings.join('; '),
        reason: 'interviewers-unsure',
      });
    const meant = this.options.decisions?.interviewers ?? {};
    return {
      interviewers: [...new Set(spellings.map((one) => own(meant, one) ?? one))],
      spellings,
    };
  }

  private mentionsOf(person: RawPerson): Mention[] {
    const said = this.said(person.lines);
    const own = {
      ...person,
      name: said.name ?? person.undivided ?? person.name,
      department: said.department ?? person.department.replace(/,(?:\s*,)+/g, ','),
    };
    const { names, isUnsure } = splitJoint(own.name);
    const { line } = own;
    if (said.name === undefined && person.undivided !== null)
      this.doubt({
        line,
        field: 'name',
        text: person.name,
        reading: person.undivided,
        alternatives: [person.name],
        reason: 'hyphen',
      });
    if (isUnsure)
      this.doubt({
        line,
        field: 'name',
        text: own.name,
        reading: own.name,
        reason: 'joint-unsure',
      });
    return names.map((text) => ({ person: own, mention: readMention(text), text }));
  }

  private respondent({ person, mention, text }: Mention): PastedRespondent {
    const { line } = person;
    const decision = this.options.decisions?.lines?.[line];
    const headCount = decision?.headCount ?? mention.headCount ?? 1;
    const { name, kind } = mention;
    if (name === '') this.doubt({ line, field: 'name', text, reading: '', reason: 'no-name' });
    if (mention.isUnnamed)
      this.doubt({ line, field: 'name', text, reading: name, reason: 'unnamed' });
    if (kind === 'group' && mention.headCount === null && decision?.headCount === undefined)
      this.doubt({ line, field: 'head_count', text, reading: '1', reason: 'group-size' });
    return {
      line,
      name,
      honorific: mention.honorific,
      department: person.department,
      kind: headCount > 1 ? 'group' : kind,
      headCount,
      group: decision?.group ?? '',
      region: decision?.region ?? '',
      earlier: this.earlier(line, mention, text, decision?.isEarlier),
      isOther: decision?.isEarlier === false,
      isRepeat: mention.isRepeat,
    };
  }

  private earlier(
    line: number,
    { name, isRepeat }: Mentioned,
    text: string,
    isEarlier: boolean | undefined,
  ): PastedRespondent['earlier'] {
    const met = name === '' || isEarlier === false ? null : this.people.find(name);
    // A name a letter away is a name of its own from here on, unless it stands for the earlier one.
    if (!met) this.people.add(name, { line });
    if (isEarlier !== undefined) return met?.earlier ?? null;
    if (!met) {
      if (isRepeat)
        this.doubt({ line, field: 'name', text, reading: name, reason: 'first-not-found' });
      return null;
    }
    const reading = 'known' in met.earlier ? met.earlier.reference : String(met.earlier.line);
    const reason = met.isSame ? (isRepeat ? 'second-interview' : 'same-name') : 'name-alike';
    this.doubt({ line, field: 'name', text, reading, reason });
    return met.earlier;
  }
}

function kindOf(mentions: readonly Mentioned[]): Kind {
  if (mentions.some((mention) => mention.isDebrief)) return 'debrief';
  if (mentions.some((mention) => mention.isRepeat)) return 'follow-up';
  const isGroup = mentions.length > 1 || mentions.some((mention) => mention.kind === 'group');
  return isGroup ? 'group' : 'individual';
}
