import { DEFAULTS } from '../../views/analysis/address.ts';
import type { ListedPassages, OfferedChoices } from '../../views/analysis/CodePassages.tsx';
import type { Filter } from '../../views/analysis/types.ts';
import {
  PASSAGE_FILTERS,
  type PassageChoices,
  type PassageFilter,
} from '../../views/codebook/code-address.ts';
import { behindCell, type PassageBehind } from '../domain/crosstab/behind.ts';
import { filterStudy } from '../domain/crosstab/filter.ts';
import { codeWithSubcodes, treeRows } from '../domain/crosstab/tree.ts';
import { NotFound } from '../domain/errors.ts';
import { classificationOf, studyFilter } from './columns.ts';
import type { Words } from './facets.ts';
import { loadForReport, markedCodings } from './marks.ts';
import { loadNames, readPassages } from './passages.ts';
import type { Coding, Reader } from './study.ts';
import { countThemes, loadStudy, openCell, type Loaded } from './themes.ts';

export interface CodePassages extends ListedPassages {
  code: { id: number; name: string; path: string };
  withdrawn: number;
}

/**
 * One page of a code's passages, by source and place, in the words around them. Limited to a group or a region they are
 * those behind the number of the same table, and hidden where that is: else the list would count for it.
 * @throws NotFound `codebook.noCode`
 */
export async function listPassages(
  reader: Reader,
  codeId: number,
  choices: PassageChoices,
  words: Words,
  size: number,
): Promise<CodePassages> {
  const loaded = await loadStudy(reader, DEFAULTS, words);
  const code = treeRows(loaded.study.codes).find((row) => row.codeId === codeId);
  if (!code) throw new NotFound('codebook.noCode');
  const all = await passagesBehind(reader, loaded, codeId, choices, words);
  const isForReport = await loadForReport(reader);
  const found = choices.report ? (all?.filter(isForReport) ?? null) : all;
  const examples = await markedCodings(reader, 'is_example');
  const first = (choices.page - 1) * size;
  const part = found?.slice(first, first + size) ?? [];
  const read = await readPassages(reader, part, await loadNames(reader), isForReport);
  return {
    code: { id: codeId, name: code.name, path: code.path },
    choices,
    offered: offeredFor(loaded, codeId, choices),
    count: found?.length ?? null,
    from: first + 1,
    size,
    passages: part.flatMap((passage, at) => {
      const words = read[at];
      const example = passage.codings.find(({ id }) => examples.has(id));
      const codingId = (example ?? passage.codings[0])?.id;
      if (!words || codingId === undefined) return [];
      const isExample = example !== undefined;
      return [{ ...words, isExample, codingId }];
    }),
    withdrawn: loaded.withdrawn,
  };
}

const filterOf = (choices: PassageChoices): Filter => ({
  only: PASSAGE_FILTERS.filter((name) => choices[name] !== '').map((facet) => ({
    facet,
    key: choices[facet],
  })),
  from: '',
  to: '',
});

/** In the order of sources and text; null where too few respondents stand behind them. */
async function passagesBehind(
  reader: Reader,
  { study, facets, held }: Loaded,
  codeId: number,
  choices: PassageChoices,
  words: Words,
): Promise<readonly PassageBehind<Coding>[] | null> {
  const filter = filterOf(choices);
  const cell = { codeId, column: null };
  if (choices.group !== '' || choices.region !== '') {
    const counted = { ...DEFAULTS, count: 'passages' as const, own: choices.own, filter };
    const open = openCell(await countThemes(reader, counted, words), cell);
    return open?.behind?.passages ?? null;
  }
  // A list, not a count: debriefs are read as everything else is.
  const options = {
    unit: 'passages',
    over: 'all',
    withSubcodes: !choices.own,
    countDebriefs: true,
  } as const;
  const part = filterStudy(study, studyFilter(facets, filter, { ...study, interviews: held }));
  const counting = { options, sources: part.sources, interviews: part.interviews };
  const by = classificationOf(facets, { by: 'kind', and: null }, counting, words);
  return behindCell(part, by, options, cell).passages;
}

/** Every group and region; of sources and coders those that have the code. */
function offeredFor(
  { study, facets }: Loaded,
  codeId: number,
  { own }: PassageChoices,
): OfferedChoices {
  const codes = codeWithSubcodes(study.codes, codeId, !own);
  const codings = study.codings.filter((coding) => codes.has(coding.codeId));
  const used = {
    source: new Set(codings.map(({ sourceId }) => String(sourceId))),
    coder: new Set(codings.map(({ coderId }) => String(coderId))),
  };
  const of = (name: PassageFilter) => facets.get(name)?.columns ?? [];
  return {
    group: of('group'),
    region: of('region'),
    source: of('source').filter(({ key }) => used.source.has(key)),
    coder: of('coder').filter(({ key }) => used.coder.has(key)),
  };
}
