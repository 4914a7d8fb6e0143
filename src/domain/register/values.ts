import { parseDate, type DayOrder, type ParsedDate } from '../dates/index.ts';
import { foldName, tidyName } from '../names.ts';

/** A variable as far as its values go; `options` are the labels a `list` allows. */
export interface VariableShape {
  type: 'text' | 'number' | 'date' | 'boolean' | 'list';
  options: readonly string[];
}

export type ValueReading =
  | { ok: true; value: string }
  | { ok: false; reason: 'not-a-number' | 'not-yes-or-no' | 'not-an-option' | 'not-a-date' }
  | { ok: false; reason: 'day-or-month'; readings: (ParsedDate & { kind: 'doubt' })['readings'] };

const YES = new Set(['yes', 'y', 'true', '1', 'oui', 'sí', 'si']);
const NO = new Set(['no', 'n', 'false', '0', 'non']);

/** A value in the one form the database holds: see `respondent_value`. Empty text is no value and comes back empty. */
export function readValue(
  variable: VariableShape,
  text: string,
  order: DayOrder | null,
): ValueReading {
  const tidy = tidyName(text);
  if (tidy === '') return { ok: true, value: '' };
  switch (variable.type) {
    case 'text':
      return { ok: true, value: tidy };
    case 'number':
      return /^[-+]?\d+([.,]\d+)?$/.test(tidy)
        ? { ok: true, value: tidy.replace(',', '.').replace('+', '') }
        : { ok: false, reason: 'not-a-number' };
    case 'boolean':
      if (YES.has(foldName(tidy))) return { ok: true, value: 'yes' };
      return NO.has(foldName(tidy))
        ? { ok: true, value: 'no' }
        : { ok: false, reason: 'not-yes-or-no' };
    case 'list': {
      const option = variable.options.find((label) => foldName(label) === foldName(tidy));
      return option === undefined
        ? { ok: false, reason: 'not-an-option' }
        : { ok: true, value: option };
    }
    case 'date':
      return readDateValue(tidy, order);
  }
}

function readDateValue(text: string, order: DayOrder | null): ValueReading {
  const parsed = parseDate(text, { order });
  if (parsed.kind === 'doubt')
    return { ok: false, reason: parsed.reason, readings: parsed.readings };
  return parsed.kind === 'date' && parsed.end === undefined
    ? { ok: true, value: parsed.date }
    : { ok: false, reason: 'not-a-date' };
}
