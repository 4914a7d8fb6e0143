import type { Match } from './fuzzy.ts';
import type { PickerCode } from './picker.ts';

/**
 * One line of the picker: swatch, path in grey, name, the letters that matched in bold, the code's key.
 * @param done words for a code that was just applied; empty for the others
 */
export function optionElement(
  document: Document,
  match: Match<PickerCode>,
  at: number,
  done: string,
): HTMLElement {
  const { item, hits } = match;
  const option = document.createElement('li');
  option.id = `picker-option-${at}`;
  option.role = 'option';
  option.className = `picker-option ${item.colour}`;
  option.dataset['code'] = String(item.id);
  option.append(part(document, 'span', 'swatch', ''));
  const last = item.path.length - 1;
  const label = part(document, 'span', 'picker-name', '');
  item.path.forEach((name, depth) => {
    const piece = part(document, 'span', depth === last ? '' : 'code-path', '');
    piece.append(...marked(document, name, hits[depth] ?? []), depth === last ? '' : ' › ');
    label.append(piece);
  });
  option.append(label);
  if (done !== '') option.append(part(document, 'span', 'picker-end', done));
  else if (item.key !== '')
    option.append(part(document, 'kbd', 'kbd picker-end', item.key.toUpperCase()));
  return option;
}

/** The name cut at the matched letters. */
export function marked(
  document: Document,
  name: string,
  hits: readonly [number, number][],
): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const [start, end] of [...hits].sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    parts.push(name.slice(from, start), part(document, 'b', '', name.slice(start, end)));
    from = end;
  }
  parts.push(name.slice(from));
  return parts.filter((piece) => piece !== '');
}

function part(document: Document, tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}
