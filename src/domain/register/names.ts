import { foldName, tidyName } from '../names.ts';
import { areAlike } from './alike.ts';
import type { RowReader } from './reader.ts';
import type { Doubt } from './types.ts';

/** The names of one kind (groups, regions, interviewers): those the project has, and those an import adds. */
export class Names {
  readonly added: string[] = [];
  private readonly byFold = new Map<string, string>();
  private readonly said = new Set<string>();

  /** @param same what to say where a name is written in another case; null says nothing */
  constructor(
    known: readonly string[],
    private readonly same: Doubt['reason'] | null,
    private readonly alike: Doubt['reason'],
  ) {
    for (const name of known) this.byFold.set(foldName(name), name);
  }

  /** The name as the project has it, or a new one; doubts are said once per spelling. '' is no name. */
  name(reader: RowReader, field: string, text: string): string {
    const name = tidyName(text);
    if (name === '') return '';
    const found = this.byFold.get(foldName(name));
    if (found === undefined) return this.add(reader, field, name);
    if (this.same !== null && found !== name) this.say(reader, field, name, found, this.same);
    return found;
  }

  private add(reader: RowReader, field: string, name: string): string {
    const fold = foldName(name);
    for (const [other, found] of this.byFold)
      if (areAlike(fold, other)) this.say(reader, field, name, found, this.alike);
    this.byFold.set(fold, name);
    this.added.push(name);
    return name;
  }

  private say(
    reader: RowReader,
    field: string,
    text: string,
    reading: string,
    reason: Doubt['reason'],
  ): void {
    const key = `${text}\n${reading}`;
    if (!this.said.has(key)) reader.doubt(field, text, reading, reason);
    this.said.add(key);
  }
}
