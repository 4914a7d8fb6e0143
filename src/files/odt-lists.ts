/** Which lists of an OpenDocument text are numbered, and what number an item has. */
import { elementsNamed, type Element } from './odt-tree.ts';

/** Numbered levels by `style level`, with the number each begins with. */
type Levels = ReadonlyMap<string, number>;

export function numberedLevels(...parts: readonly Element[]): Levels {
  const levels = new Map<string, number>();
  for (const style of parts.flatMap((part) => elementsNamed(part, 'text:list-style')))
    for (const level of elementsNamed(style, 'text:list-level-style-number')) {
      // A level without a format shows no number.
      if ((level.attributes['style:num-format'] ?? '') === '') continue;
      const key = `${style.attributes['style:name']} ${level.attributes['text:level']}`;
      levels.set(key, Number(level.attributes['text:start-value'] ?? 1));
    }
  return levels;
}

interface Open {
  style: string;
  count: number | null;
}

/** Counts items while a document is walked through in its order. */
export class ListCounter {
  readonly #open: Open[] = [];
  /** Where the last list of a style stood when it ended, for one that goes on. */
  readonly #ended = new Map<string, number | null>();
  readonly #byId = new Map<string, number | null>();

  constructor(private readonly levels: Levels) {}

  enter({ attributes }: Element): void {
    const style = attributes['text:style-name'] ?? this.#open.at(-1)?.style ?? '';
    const key = `${style} ${this.#open.length + 1}`;
    const goesOn = attributes['text:continue-numbering'] === 'true';
    const after = attributes['text:continue-list'];
    const ended =
      after === undefined ? (goesOn ? this.#ended.get(key) : undefined) : this.#byId.get(after);
    this.#open.push({ style, count: ended ?? null });
  }

  leave({ attributes }: Element): void {
    const level = this.#open.length;
    const list = this.#open.pop();
    if (list === undefined) return;
    this.#ended.set(`${list.style} ${level}`, list.count);
    const id = attributes['xml:id'];
    if (id !== undefined) this.#byId.set(id, list.count);
  }

  /** The number of an item of the list that is open; undefined when it has a dash. */
  next({ attributes }: Element): number | undefined {
    const list = this.#open.at(-1);
    const first = list && this.levels.get(`${list.style} ${this.#open.length}`);
    if (!list || first === undefined) return undefined;
    const own = attributes['text:start-value'];
    list.count =
      own === undefined ? (list.count === null ? first : list.count + 1) : Number(own) || 0;
    return list.count;
  }
}
