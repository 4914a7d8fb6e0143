import type { CodeNode } from './tree.ts';

/** The columns of a rule. */
export const RULE_FIELDS = ['definition', 'useWhen', 'notWhen', 'example'] as const;
/** What is set of a code besides: how it looks and is applied. */
export const SET_FIELDS = ['key', 'isCodable', 'colour'] as const;

type Field = (typeof RULE_FIELDS)[number] | (typeof SET_FIELDS)[number];

/** A code of one state of a codebook. */
export interface BookCode extends CodeNode {
  /** What it is known by from one state to another: its number may be another's later. */
  readonly guid: string;
  readonly path: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly notWhen: string;
  readonly example: string;
  readonly colour: string;
  readonly key: string | null;
  readonly isCodable: boolean;
}

/** A code that is in both states and not the same in both. */
export interface Differing<T extends BookCode> {
  readonly before: T;
  readonly after: T;
  readonly isRenamed: boolean;
  /** It stands under another code, or among the themes. */
  readonly isMoved: boolean;
  readonly rule: readonly (typeof RULE_FIELDS)[number][];
  readonly set: readonly (typeof SET_FIELDS)[number][];
}

export interface BookDifference<T extends BookCode> {
  /** In the order of the later state. */
  readonly added: readonly T[];
  /** In the order of the earlier state. */
  readonly gone: readonly T[];
  readonly differing: readonly Differing<T>[];
  /** Codes whose sub-codes stand in another order, null for the themes. New, gone and moved ones do not count. */
  readonly reordered: readonly (T | null)[];
}

/**
 * How one state of a codebook differs from another. A code is the same when its guid is.
 * @param before each before its sub-codes, in order; so `after`
 */
export function compareBooks<T extends BookCode>(
  before: readonly T[],
  after: readonly T[],
): BookDifference<T> {
  const was = new Map(before.map((code) => [code.guid, code]));
  const is = new Set(after.map((code) => code.guid));
  const parentBefore = parentGuids(before);
  const parentAfter = parentGuids(after);
  const differing = after.flatMap((code): Differing<T>[] => {
    const old = was.get(code.guid);
    if (!old) return [];
    const isRenamed = old.name !== code.name;
    const isMoved = parentBefore.get(code.guid) !== parentAfter.get(code.guid);
    const differs = (field: Field) => old[field] !== code[field];
    const [rule, set] = [RULE_FIELDS.filter(differs), SET_FIELDS.filter(differs)];
    const isSame = !isRenamed && !isMoved && rule.length === 0 && set.length === 0;
    return isSame ? [] : [{ before: old, after: code, isRenamed, isMoved, rule, set }];
  });
  const staying = (code: T): boolean =>
    was.has(code.guid) &&
    is.has(code.guid) &&
    parentBefore.get(code.guid) === parentAfter.get(code.guid);
  const orderBefore = siblingOrders(before.filter(staying), parentBefore);
  const byGuid = new Map(after.map((code) => [code.guid, code]));
  const reordered = [...siblingOrders(after.filter(staying), parentAfter)]
    .filter(([parent, order]) => orderBefore.get(parent) !== order)
    .map(([parent]) => (parent === null ? null : (byGuid.get(parent) ?? null)));
  return {
    added: after.filter((code) => !was.has(code.guid)),
    gone: before.filter((code) => !is.has(code.guid)),
    differing,
    reordered,
  };
}

function parentGuids(codes: readonly BookCode[]): Map<string, string | null> {
  const guidOf = new Map(codes.map((code) => [code.id, code.guid]));
  return new Map(codes.map((code) => [code.guid, guidOf.get(code.parentId ?? -1) ?? null]));
}

/** The guids of the codes under each parent as one text, in their order. */
function siblingOrders(
  codes: readonly BookCode[],
  parents: ReadonlyMap<string, string | null>,
): Map<string | null, string> {
  const orders = new Map<string | null, string>();
  for (const { guid } of codes) {
    const parent = parents.get(guid) ?? null;
    orders.set(parent, `${orders.get(parent) ?? ''} ${guid}`);
  }
  return orders;
}
