import { foldName } from '../names.ts';
import { signOf, signUnnamed } from './people.ts';
import type { RowReader } from './reader.ts';
import type { Known, KnownInterview } from './types.ts';
import type { When } from './when.ts';
import type { Consent, Kind, Mode, Status } from './words.ts';

/** What one row says of its interview; '' where it says nothing. Respondents as `People.sign` writes them. */
export interface Said extends When {
  reference: string;
  kind: Kind | '';
  mode: Mode;
  status: Status | '';
  consent: Consent | '';
  location: string;
  language: string;
  notes: string;
  respondents: readonly string[];
}

const COMPARED = ['kind', 'mode', 'status', 'consent', 'location', 'language', 'notes'] as const;

const together = (signs: readonly string[]): string => JSON.stringify([...signs].sort());
const keyOf = (when: When, signs: readonly string[]): string =>
  [when.date, when.endDate, together(signs)].join('\n');
const span = (when: When): string =>
  [when.date, when.endDate].filter((day) => day !== null).join('/');

/** Finds the interviews that a file has and the project has too, each once. */
export class Matcher {
  private readonly byReference = new Map<string, KnownInterview>();
  private readonly byKey = new Map<string, KnownInterview[]>();
  private readonly taken = new Set<number>();
  private readonly references = new Set<string>();
  private readonly fresh = new Set<string>();
  private readonly people: Map<number, Known['respondents'][number]>;
  private readonly firstOf = new Map<string, number>();

  constructor(known: Known) {
    this.people = new Map(known.respondents.map((person) => [person.id, person]));
    for (const { id, name } of known.respondents)
      if (!this.firstOf.has(name)) this.firstOf.set(name, id);
    for (const interview of known.interviews) {
      this.byReference.set(foldName(interview.reference), interview);
      for (const key of new Set(this.signsOf(interview).map((signs) => keyOf(interview, signs))))
        this.byKey.set(key, [...(this.byKey.get(key) ?? []), interview]);
    }
  }

  /** '' where the row has none; one that stands twice in the file is a problem. */
  readReference(reader: RowReader): string {
    const reference = reader.text('ref');
    if (reference === '') return '';
    if (this.references.has(foldName(reference)))
      reader.problem('ref', reference, 'reference-twice');
    this.references.add(foldName(reference));
    return reference;
  }

  /** The interview of the project that this row is, or null. Where the row says otherwise, that is a doubt. */
  take(reader: RowReader, said: Said): KnownInterview | null {
    const key = keyOf(said, said.respondents);
    const isFree = (i: KnownInterview): boolean =>
      !this.taken.has(i.id) && (said.kind === '' || said.kind === i.kind);
    const found =
      said.reference === ''
        ? this.byKey.get(key)?.find(isFree)
        : this.byReference.get(foldName(said.reference));
    if (found) {
      this.taken.add(found.id);
      this.compare(reader, said, found);
      return found;
    }
    this.remarkTwice(reader, said);
    return null;
  }

  /** Two new rows that say the same may be two interviews or one written twice; references tell them apart. */
  private remarkTwice(reader: RowReader, said: Said): void {
    if (said.reference !== '' || said.respondents.length === 0) return;
    const text = reader.text('respondents');
    const key = keyOf(said, text === '' ? said.respondents : [text]);
    if (this.fresh.has(key)) reader.doubt('respondents', text, '', 'same-twice');
    this.fresh.add(key);
  }

  /**
   * A file may speak of respondents without a name by their reference or by what is said of them, and a name that
   * several have means the first of them: see `People`.
   */
  private signsOf(interview: KnownInterview): [string[], string[], string[]] {
    const byId = interview.respondentIds.map((id) => signOf({ known: id }));
    const bySaying = interview.respondentIds.map((id) => {
      const person = this.people.get(id);
      return person?.name === '' ? signUnnamed(person, person.headCount) : signOf({ known: id });
    });
    const byName = interview.respondentIds.map((id) => {
      const name = this.people.get(id)?.name ?? '';
      return signOf({ known: (name === '' ? undefined : this.firstOf.get(name)) ?? id });
    });
    return [byId, bySaying, byName];
  }

  private compare(reader: RowReader, said: Said, found: KnownInterview): void {
    for (const field of COMPARED) {
      if (said[field] === '' || foldName(said[field]) === foldName(found[field])) continue;
      // Doubts are printed and passed on; notes of interviews are not.
      const [text, reading] = field === 'notes' ? ['', ''] : [said[field], found[field]];
      reader.doubt(field, text, reading, 'differs');
    }
    if (said.date !== null && span(said) !== span(found))
      reader.doubt('date', reader.text('date'), span(found), 'differs');
    const isSame = this.signsOf(found).some(
      (signs) => together(signs) === together(said.respondents),
    );
    if (said.respondents.length === 0 || isSame) return;
    const references = found.respondentIds.map((id) => this.people.get(id)?.reference ?? '');
    reader.doubt('respondents', reader.text('respondents'), references.join('; '), 'differs');
  }
}
