import type { QdcSet } from '../../domain/codetree/qdc.ts';
import { Invalid } from '../../domain/errors.ts';
import { tidyName } from '../../domain/names.ts';
import type { QdcLimits, QdcWarning } from './types.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const isGuid = (guid: string): boolean => GUID.test(guid);

/** A guid as it is compared: lower case, without braces. */
export const bareGuid = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/u, '$1');

type Warn = (code: QdcWarning['code'], params: QdcWarning['params']) => void;
interface Open extends Omit<QdcSet, 'members'> {
  members: Set<string>;
}

/** Reads the sets of a codebook or a project, element by element; members that are no codes are left out. */
export class SetReading {
  private readonly sets: Open[] = [];
  private isProject = false;
  private members = 0;
  private readonly guids = new Set<string>();

  constructor(
    private readonly newGuid: () => string,
    private readonly limits: QdcLimits,
    private readonly warn: Warn,
  ) {}

  /**
   * @param name of the element that opens, in lower case
   * @param inside the elements one is inside of, this one last
   */
  opened(name: string, inside: readonly string[], attributes: ReadonlyMap<string, string>): void {
    const [above, parent] = [inside.at(-3), inside.at(-2)];
    if (name === 'set' && parent === 'sets' && (above === 'codebook' || above === 'project'))
      this.begin(attributes, above === 'project');
    const open = this.sets.at(-1);
    if (name !== 'membercode' || parent !== 'set' || !open) return;
    open.members.add(bareGuid(attributes.get('guid') ?? attributes.get('targetguid') ?? ''));
    this.count();
  }

  closed(name: string | undefined, inside: readonly string[]): void {
    if (name === 'sets' && inside.at(-1) === 'codebook' && this.sets.length === 0)
      this.warn('qdcSetsEmpty', {});
  }

  text(inside: readonly string[], text: string): void {
    const open = this.sets.at(-1);
    if (open && inside.at(-1) === 'description' && inside.at(-2) === 'set')
      open.description += text;
  }

  /** @param codes guids of the codes of the file */
  end(codes: ReadonlySet<string>): QdcSet[] {
    return this.sets.flatMap((open) => {
      const members = [...open.members].filter((guid) => codes.has(guid));
      const set = { ...this.fitting(open), members };
      const left = open.members.size - members.length;
      // The sets of a project hold sources and notes too; one without codes has nothing to do with the codebook.
      if (members.length === 0 && !(this.isProject && open.members.size === 0))
        this.warn('qdcSetEmpty', { set: set.name });
      else if (left > 0) this.warn('qdcSetMembers', { set: set.name, n: String(left) });
      return members.length === 0 ? [] : [set];
    });
  }

  private begin(attributes: ReadonlyMap<string, string>, isProject: boolean): void {
    const guid = bareGuid(attributes.get('guid') ?? '');
    const isOwn = isGuid(guid) && !this.guids.has(guid);
    if (isOwn) this.guids.add(guid);
    this.isProject = isProject;
    this.sets.push({
      guid: isOwn ? guid : this.newGuid(),
      name: tidyName(attributes.get('name') ?? '') || '?',
      description: '',
      members: new Set(),
    });
    this.count();
  }

  private fitting({ guid, name, description }: Open): Omit<QdcSet, 'members'> {
    const cut = (text: string, limit: number): string =>
      text.length > limit ? `${[...text].slice(0, limit / 2).join('')}…` : text;
    const set = {
      guid,
      name: cut(name, this.limits.name),
      description: cut(description.trim(), this.limits.text),
    };
    if (set.name !== name || set.description !== description.trim())
      this.warn('qdcSetCut', { set: `${set.name.slice(0, 60)}` });
    return set;
  }

  private count(): void {
    this.members += 1;
    const limit = this.limits.members;
    if (this.members > limit) throw new Invalid('codebook.qdcManyMembers', { limit }, 'file');
  }
}
