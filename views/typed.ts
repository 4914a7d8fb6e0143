/** What was typed into a form, by field; a field that came several times is a list. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** Sentences that stand beside fields; under `''` those about the whole form. */
export type Errors = Readonly<Record<string, string>>;

/** What was typed in a field, or nothing. */
export const typedText = (typed: Typed, name: string): string => typedList(typed, name)[0] ?? '';

/** Everything typed in fields of one name, in order. */
export const typedList = (typed: Typed, name: string): string[] => {
  const value = typed[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};
