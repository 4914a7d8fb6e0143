/** Opens the part of the form that describes someone new, with what was typed in its first field. */
export function describeNew(document: Document, typed: string): void {
  const part = document.querySelector<HTMLDetailsElement>('[data-people-new]');
  if (!part) return;
  part.open = true;
  const row = emptyRow(part) ?? anotherRow(part);
  const [first, second] = row?.querySelectorAll('input') ?? [];
  if (!first) return;
  first.value = typed;
  (second ?? first).focus();
}

const rowsIn = (part: HTMLElement): HTMLElement[] => [
  ...part.querySelectorAll<HTMLElement>('.someone'),
];

const emptyRow = (part: HTMLElement): HTMLElement | undefined =>
  rowsIn(part).find((row) => [...row.querySelectorAll('input')].every(({ value }) => value === ''));

/** A copy of the last row with nothing in it and ids of its own. */
function anotherRow(part: HTMLElement): HTMLElement | undefined {
  const last = rowsIn(part).at(-1);
  const row = last?.cloneNode(true) as HTMLElement | undefined;
  if (!last || !row) return undefined;
  const suffix = `-${rowsIn(part).length + 1}`;
  for (const name of ['id', 'for', 'aria-describedby'])
    for (const element of row.querySelectorAll(`[${name}]`))
      element.setAttribute(name, (element.getAttribute(name) ?? '') + suffix);
  for (const input of row.querySelectorAll('input')) input.value = '';
  for (const error of row.querySelectorAll('.field-error')) error.remove();
  last.after(row);
  return row;
}
