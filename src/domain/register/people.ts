import { foldName } from '../names.ts';
import { areAlike } from './alike.ts';
import { isReference, type Mention } from './cells.ts';
import { own } from './own.ts';
import type { RowReader } from './reader.ts';
import type { Facts, KnownRespondent, RespondentDraft, Who } from './types.ts';

/** A respondent while the file is read; `said` is what the file adds to one the project has. */
interface Person {
  who: Who;
  /** How a doubt names them: those the project has by reference only, for their names stay apart. */
  label: string;
  fold: string;
  headCount: number | null;
  facts: Facts;
  said: Facts | null;
}

const NOTHING: Facts = { role: '', organisation: '', group: '', region: '', values: {} };
const FACTS = ['role', 'organisation', 'group', 'region'] as const;

/** Who the file speaks of: the same reference or exactly the same name is the same respondent. */
export class People {
  readonly drafts: RespondentDraft[] = [];
  private readonly all: Person[] = [];
  private readonly byReference = new Map<string, Person>();
  private readonly byName = new Map<string, Person>();
  private readonly shared = new Set<string>();

  constructor(known: readonly KnownRespondent[]) {
    for (const { id, reference, name, headCount, aliases = [], ...facts } of known) {
      const person = { who: { known: id }, label: reference, headCount, facts, said: NOTHING };
      const one = { ...person, fold: foldName(name) };
      this.index(one, reference, name);
      for (const alias of aliases) this.byReference.set(foldName(alias), one);
    }
  }

  /** The facts that respondents of the project did not have. */
  get additions(): ({ id: number } & Facts)[] {
    return this.all.flatMap(({ who, said }) =>
      'known' in who && said !== null && said !== NOTHING ? [{ id: who.known, ...said }] : [],
    );
  }

  /**
   * Who is meant, as text to compare interviews by: see `Matcher`.
   * Respondents nobody named are the same when everything said of them is.
   */
  sign(mention: Mention, facts: Facts, headCount: number | null): string {
    const found = this.find(mention.who);
    if (found) return signOf(found.who);
    return mention.who === '' ? signUnnamed(facts, headCount ?? 1) : `!${mention.who}`;
  }

  /** The respondent meant, new when there is none such. */
  meet(reader: RowReader, mention: Mention, facts: Facts, headCount: number | null): Who {
    const found = this.meetAgain(reader, mention, facts, headCount);
    return found ?? this.make(reader, mention.who, facts, headCount);
  }

  /** The respondent meant, if there is one: what the row says of them is added, what contradicts is a doubt. */
  meetAgain(
    reader: RowReader,
    mention: Mention,
    facts: Facts,
    headCount: number | null,
  ): Who | null {
    const found = mention.isOther === true ? undefined : this.find(mention.who);
    if (mention.isRepeat)
      reader.doubt('respondents', mention.text, found?.label ?? '', 'second-interview');
    if (!found) return null;
    if (this.shared.has(mention.who))
      reader.doubt('respondents', mention.text, found.label, 'name-shared');
    this.learn(reader, found, facts, headCount);
    return found.who;
  }

  private find(who: string): Person | undefined {
    return who === '' ? undefined : (this.byReference.get(foldName(who)) ?? this.byName.get(who));
  }

  private make(reader: RowReader, who: string, facts: Facts, headCount: number | null): Who {
    const reference = isReference(who) ? who.toUpperCase() : null;
    const name = reference === null ? who : '';
    const fold = foldName(name);
    const alike =
      name === '' ? undefined : this.all.find((p) => p.fold === fold || areAlike(p.fold, fold));
    if (alike) reader.doubt('respondents', who, alike.label, 'name-alike');
    const draft: RespondentDraft = {
      reference,
      name,
      kind: (headCount ?? 1) > 1 ? 'group' : 'person',
      headCount: headCount ?? 1,
      ...facts,
    };
    const planned = { planned: this.drafts.push(draft) - 1 };
    this.index(
      { who: planned, label: who, fold, headCount, facts, said: null },
      reference ?? '',
      name,
    );
    return planned;
  }

  private learn(reader: RowReader, person: Person, facts: Facts, headCount: number | null): void {
    if (headCount !== null && headCount !== (person.headCount ?? 1))
      reader.doubt('head_count', String(headCount), String(person.headCount ?? 1), 'differs');
    const before = person.facts;
    const added: Facts = { ...NOTHING, values: {} };
    const values: Record<string, string> = {};
    for (const fact of FACTS)
      if (isNew(reader, fact, facts[fact], before[fact])) added[fact] = facts[fact];
    for (const [name, value] of Object.entries(facts.values))
      if (isNew(reader, name, value, own(before.values, name) ?? '')) values[name] = value;
    if (FACTS.every((fact) => added[fact] === '') && Object.keys(values).length === 0) return;
    person.facts = merge(before, { ...added, values });
    if (person.said !== null) person.said = merge(person.said, { ...added, values });
    if ('planned' in person.who) Object.assign(this.drafts[person.who.planned] ?? {}, person.facts);
  }

  private index(person: Person, reference: string, name: string): void {
    this.all.push(person);
    if (reference !== '') this.byReference.set(foldName(reference), person);
    if (name === '') return;
    if (this.byName.has(name)) this.shared.add(name);
    else this.byName.set(name, person);
  }
}

export const signOf = (who: Who): string => ('known' in who ? `#${who.known}` : `+${who.planned}`);

export function signUnnamed(facts: Facts, headCount: number): string {
  const { role, organisation, group, region } = facts;
  const said = [role, organisation, group, region].map(foldName);
  return JSON.stringify([headCount, ...said, Object.entries(facts.values).sort()]);
}

function isNew(reader: RowReader, field: string, text: string, stands: string): boolean {
  if (text === '' || foldName(text) === foldName(stands)) return false;
  if (stands === '') return true;
  reader.doubt(field, text, stands, 'differs');
  return false;
}

/** What `more` says goes on top of what stands; where it says nothing, what stands stays. */
function merge(stands: Facts, more: Facts): Facts {
  return {
    role: more.role || stands.role,
    organisation: more.organisation || stands.organisation,
    group: more.group || stands.group,
    region: more.region || stands.region,
    values: { ...stands.values, ...more.values },
  };
}
