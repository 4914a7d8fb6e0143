/**
 * Numbers of list items in a Word document, which stand in none of its paragraphs: Word counts them. A level goes on
 * counting through the document until an item of a level above comes, or a list says that it begins anew.
 */
import { SaxesParser } from 'saxes';
import type { DocxNode } from './docx-text.ts';

interface Lists {
  /** Which lists count together, by the number of the list. */
  groups: Map<string, string>;
  /** Where levels begin: by group and level. */
  starts: Map<string, number>;
  /** Where lists begin anew: by list and level. */
  restarts: Map<string, number>;
}

/** Gives each numbered paragraph of the document its number. @param xml word/numbering.xml, '' when there is none */
export function numberItems(document: DocxNode, xml: string): void {
  const { groups, starts, restarts } = listsIn(xml);
  const counts = new Map<string, number[]>();
  const seen = new Set<string>();
  const next = (list: string, level: number): number => {
    const group = groups.get(list) ?? list;
    const count = counts.get(group) ?? [];
    counts.set(group, count);
    const own = `${list} ${level}`;
    const restart = seen.has(own) ? undefined : restarts.get(own);
    seen.add(own);
    const before = count[level];
    const number =
      restart ?? (before === undefined ? (starts.get(`${group} ${level}`) ?? 1) : before + 1);
    count.splice(level, count.length, number);
    return number;
  };
  const walk = (node: DocxNode): void => {
    const { numbering } = node;
    if (numbering?.isOrdered === true) {
      // Without a list of its own it is numbered by its style: those count together.
      const list = /^\d+$/u.test(node.alignment ?? '') ? (node.alignment ?? '') : 'style';
      node.numbering = { ...numbering, number: next(list, Number(numbering.level) || 0) };
    }
    node.children?.forEach(walk);
  };
  walk(document);
}

function listsIn(xml: string): Lists {
  const lists: Lists = { groups: new Map(), starts: new Map(), restarts: new Map() };
  if (xml === '') return lists;
  let [group, list, level] = ['', '', ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') group = attributes['w:abstractNumId'] ?? '';
    if (name === 'w:num') list = attributes['w:numId'] ?? '';
    if (name === 'w:lvl' || name === 'w:lvlOverride') level = attributes['w:ilvl'] ?? '0';
    if (name === 'w:start' && list === '')
      lists.starts.set(`group ${group} ${level}`, Number(value));
    if (name === 'w:abstractNumId') lists.groups.set(list, `group ${value}`);
    if (name === 'w:startOverride') lists.restarts.set(`${list} ${level}`, Number(value));
  });
  parser.write(xml).close();
  return lists;
}
