import type { Said } from '../../views/analysis/find/types.ts';
import type { Messages } from '../../views/messages/index.ts';
import { treeRows } from '../domain/crosstab/tree.ts';
import type { CodeNamed, Condition, PassageQuery } from '../domain/query/index.ts';
import type { Facets } from './facets.ts';
import type { Offer } from './found.ts';

/** A query in words. */
export function sayQuery(t: Messages, query: PassageQuery, { codes, facets }: Offer): Said {
  const words = t.analysis.find;
  const rows = treeRows(codes);
  const above = new Set(codes.map(({ parentId }) => parentId));
  const paths = new Map(rows.map(({ codeId, path }) => [codeId, path]));
  let isGone = false;
  const code = ({ codeId, withSubcodes }: CodeNamed): string => {
    const path = paths.get(codeId);
    isGone ||= path === undefined;
    if (path === undefined) return words.goneCode;
    if (!above.has(codeId)) return words.code(path, 'alone');
    return words.code(path, withSubcodes ? 'sub-codes' : 'own');
  };
  const condition = (one: Condition): string => {
    if (one.kind === 'words') return words.words[one.whose];
    if (one.kind === 'code') return words.relations[one.relation](code(one.code), one.within);
    const value = valueOf(facets, one);
    isGone ||= value === null;
    return facetWords(t, facets, one.facet, value ?? words.goneValue);
  };
  const ofCodes = query.of.map(code);
  const ways = query.ways.map((way) =>
    way.map((one) => (one.not ? words.not(condition(one)) : condition(one))),
  );
  return { codes: ofCodes, ways, sentence: words.says(ofCodes, ways), isGone };
}

const facetOf = (facets: Facets, name: string) => facets.get(name as Parameters<Facets['get']>[0]);

function valueOf(facets: Facets, { facet, key }: { facet: string; key: string }): string | null {
  return facetOf(facets, facet)?.columns.find((column) => column.key === key)?.label ?? null;
}

function facetWords(t: Messages, facets: Facets, name: string, value: string): string {
  const words = t.analysis.find;
  const plain: Readonly<Record<string, (value: string) => string>> = words.facets;
  return (
    plain[name]?.(value) ?? words.variable(facetOf(facets, name)?.label ?? words.goneValue, value)
  );
}
