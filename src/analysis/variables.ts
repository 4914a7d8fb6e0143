import type { VariableType } from '../../db/schema.ts';
import { classesOf, classKey, equalBounds, type NumberClass } from '../domain/crosstab/classes.ts';
import type { ColumnName } from '../domain/crosstab/study.ts';
import type { Facet, Words } from './facets.ts';
import type { Reader } from './study.ts';

interface Variable {
  id: number;
  name: string;
  type: VariableType;
  options: string;
  /** JSON: where the classes of a number begin anew; `[]` for the usual ones. */
  bounds: string;
}

interface Value {
  variable: number;
  /** The respondent or source that has it. */
  id: number;
  value: string;
}

/** Of each project at most, of respondents and of sources: as many as a menu can still show. */
const MOST = 200;

/** The project's variables of respondents, and of sources that belong to no interview, each in its order. */
export async function variableFacets(reader: Reader, words: Words): Promise<Facet[]> {
  const { db, projectId } = reader;
  const ofRespondents = await db
    .selectFrom('variable')
    .select(['id', 'name', 'type', 'options', 'bounds'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(MOST)
    .execute();
  const respondentValues = await db
    .selectFrom('respondent_value as v')
    .innerJoin('variable', 'variable.id', 'v.variable_id')
    .select(['v.variable_id as variable', 'v.respondent_id as id', 'v.value'])
    .where('variable.project_id', '=', projectId)
    .where('v.value', '<>', '')
    .execute();
  const ofSources = await db
    .selectFrom('source_variable')
    .select(['id', 'name', 'type', 'options'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(MOST)
    .execute();
  const sourceValues = await db
    .selectFrom('source_value as v')
    .innerJoin('source', 'source.id', 'v.source_id')
    .select(['v.variable_id as variable', 'v.source_id as id', 'v.value'])
    .where('source.project_id', '=', projectId)
    .where('source.interview_id', 'is', null)
    .where('v.value', '<>', '')
    .execute();
  return [
    ...facetsOf(ofRespondents, respondentValues, words).map(({ id, ...facet }) => ({
      ...facet,
      name: `variable-${id}` as const,
      of: 'respondent' as const,
    })),
    ...facetsOf(
      ofSources.map((one) => ({ ...one, bounds: '[]' })),
      sourceValues,
      words,
    ).map(({ id, ...facet }) => ({
      ...facet,
      name: `document-${id}` as const,
      of: 'document' as const,
    })),
  ];
}

function facetsOf(variables: readonly Variable[], values: readonly Value[], words: Words) {
  const of = new Map<number, Value[]>();
  for (const value of values) {
    const own = of.get(value.variable);
    if (own) own.push(value);
    else of.set(value.variable, [value]);
  }
  return variables.map((variable) => {
    const own = of.get(variable.id) ?? [];
    return { id: variable.id, label: variable.name, ...columnsOf(variable, own, words) };
  });
}

function columnsOf(variable: Variable, values: readonly Value[], words: Words) {
  const { type } = variable;
  const keyed = (keyOf: (value: string) => string) =>
    new Map(values.map(({ id, value }) => [id, [keyOf(value)]]));
  if (type === 'date') {
    const years = [...new Set(values.map(({ value }) => value.slice(0, 4)))].sort();
    const columns = years.map((year) => ({ key: keyOf(year), label: year }));
    return { columns, keys: keyed((value) => keyOf(value.slice(0, 4))) };
  }
  if (type === 'number') {
    const classes = classesOf(boundsOf(variable, values));
    if (classes.length > 0)
      return {
        columns: classes.map((one) => ({ key: one.key, label: labelOf(one, words) })),
        keys: keyed((value) => classKey(classes, Number(value)) ?? ''),
      };
  }
  const listed = inOrder([...new Set(values.map(({ value }) => value))], type, variable.options);
  const columns: ColumnName[] = listed.map((value) => ({ key: keyOf(value), label: value }));
  return { columns, keys: keyed(keyOf) };
}

function boundsOf({ bounds }: Variable, values: readonly Value[]): number[] {
  const chosen = JSON.parse(bounds) as number[];
  return chosen.length > 0 ? chosen : equalBounds(values.map(({ value }) => Number(value)));
}

function labelOf({ from, to }: NumberClass, { classes }: Words): string {
  if (from === null) return classes.below(String(to));
  return to === null ? classes.from(String(from)) : classes.between(String(from), String(to));
}

/** Values are people's words: the sign before them keeps them apart from what an address says itself. */
const keyOf = (value: string): string => `=${value}`;

/** Options as the project lists them, numbers by size, everything else by the alphabet. */
function inOrder(values: readonly string[], type: VariableType, options: string): string[] {
  if (type === 'number') return values.toSorted((a, b) => Number(a) - Number(b));
  const sorted = values.toSorted((a, b) => a.localeCompare(b, 'en'));
  if (type === 'boolean') return sorted.toReversed();
  if (type !== 'list') return sorted;
  const listed = (JSON.parse(options) as string[]).filter((option) => values.includes(option));
  return [...listed, ...sorted.filter((value) => !listed.includes(value))];
}
