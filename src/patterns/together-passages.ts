import type { OpenPassages } from '../../views/analysis/Passages.tsx';
import type { TogetherChoices } from '../../views/patterns/types.ts';
import {
  loadNames,
  readPassages,
  sortedPassages,
  type Coding,
  type Reader,
  type Words,
} from '../analysis/index.ts';
import type { PassageBehind } from '../domain/crosstab/behind.ts';
import { NotFound } from '../domain/errors.ts';
import { overlaps } from '../domain/text/span.ts';
import { loadMaterial, type Material } from './material.ts';
import { countTogether, interviewOf, pairAt, segmentsOf, usedRows } from './together.ts';

/**
 * A page of the passages behind two codes that come together: those of either that take part.
 * @param pair ids of the two codes
 * @throws NotFound `patterns.noPair`
 */
export async function passagesTogether(
  reader: Reader,
  choices: TogetherChoices,
  pair: { a: number; b: number },
  { page, size, naming }: { page: number; size: number; naming: Words },
): Promise<OpenPassages> {
  const table = await countTogether(reader, choices, naming);
  const placeOf = (id: number) => table.rows.findIndex(({ codeId }) => codeId === id);
  const { a, b, count } = pairAt(table, placeOf(pair.a), placeOf(pair.b));
  if (!a || !b) throw new NotFound('patterns.noPair');
  const shown = {
    cell: { codeId: a.codeId, column: null },
    code: `${a.name} × ${b.name}`,
    path: a.path,
    column: null,
    unit: 'passages' as const,
    over: 'all' as const,
    notMentioned: { of: 'people', n: 0, listed: [] } as const,
  };
  if (count === null) return { ...shown, count: null, passageCount: 0, from: 0, passages: [] };
  const material = await loadMaterial(reader, choices.words, choices, naming);
  const { rowOf } = usedRows(material, choices.level);
  const of = (id: number) => material.codings.filter(({ codeId }) => rowOf(codeId) === placeOf(id));
  const taking = await takingPart(reader, choices.within, of(a.codeId), of(b.codeId));
  const names = await loadNames(reader);
  const all = sortedPassages(
    { count, denominator: count, counted: [], notCounted: [], passages: grouped(taking, material) },
    names,
  );
  const first = (page - 1) * size;
  return {
    ...shown,
    count: { value: all.length, of: all.length },
    passageCount: all.length,
    from: first + 1,
    passages: await readPassages(reader, all.slice(first, first + size), names),
  };
}

async function takingPart(
  reader: Reader,
  within: TogetherChoices['within'],
  one: readonly Coding[],
  other: readonly Coding[],
): Promise<Coding[]> {
  if (within === 'passage') {
    const meets = (coding: Coding, others: readonly Coding[]) =>
      others.some(
        ({ sourceId, start, end }) =>
          sourceId === coding.sourceId && overlaps({ start, end }, coding),
      );
    return [...one.filter((c) => meets(c, other)), ...other.filter((c) => meets(c, one))];
  }
  const unitsOf = within === 'interview' ? interviewOf : await segmentsOf(reader);
  const inOne = new Set(one.flatMap(unitsOf));
  const inBoth = new Set(other.flatMap(unitsOf).filter((unit) => inOne.has(unit)));
  return [...one, ...other].filter((coding) => unitsOf(coding).some((unit) => inBoth.has(unit)));
}

/** Codings of one span are one passage, in the order of source and text. */
export function grouped(
  codings: readonly Coding[],
  { peopleOf }: Pick<Material, 'peopleOf'>,
): PassageBehind<Coding>[] {
  const groups = new Map<string, Coding[]>();
  for (const coding of new Set(codings)) {
    const key = `${coding.sourceId}:${coding.start}:${coding.end}`;
    const own = groups.get(key);
    if (own) own.push(coding);
    else groups.set(key, [coding]);
  }
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const respondentIds = [...new Set(own.flatMap((coding) => peopleOf(coding)))];
      const { sourceId, start, end } = first;
      return [
        { sourceId, start, end, codings: own, respondentIds: respondentIds.filter((id) => id > 0) },
      ];
    })
    .sort((a, b) => a.sourceId - b.sourceId || a.start - b.start || a.end - b.end);
}
