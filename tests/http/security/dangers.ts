import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const FORBIDDEN = new Set([
  'iframe',
  'object',
  'embed',
  'base',
  'style',
  'math',
  'animate',
  'video',
]);
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'hx-get', 'hx-post']);

/** What in a page could run, or fetch from elsewhere, as a browser reads it; empty for a page of ours. */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(...dangersOf(node));
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function dangersOf({ tagName, attrs }: Element): string[] {
  const attribute = (name: string) => attrs.find((attr) => attr.name === name)?.value;
  const found = attrs
    .filter(({ name, value }) => isDangerous(name, value))
    .map(({ name, value }) => `<${tagName} ${name}="${value}">`);
  if (FORBIDDEN.has(tagName)) found.push(`<${tagName}>`);
  if (tagName === 'script' && attribute('src')?.startsWith('/static/') !== true)
    found.push('<script> of no file of ours');
  if (tagName === 'meta' && attribute('http-equiv') !== undefined) found.push('<meta http-equiv>');
  return found;
}

function isDangerous(name: string, value: string): boolean {
  if (/^on|^(data-)?hx-on|^style$|^srcdoc$/u.test(name)) return true;
  if (
    /^(data-)?hx-(vals|headers|vars)$/u.test(name) &&
    /^\s*js(on)?:|^\s*javascript:/iu.test(value)
  )
    return true;
  return ADDRESSES.has(name) && /^\s*(javascript|data|vbscript):/iu.test(value);
}
