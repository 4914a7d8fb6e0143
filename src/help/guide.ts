import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Marked } from 'marked';

/** The user guide's pages in reading order, by file name in `docs/guide` without its ending. */
export const GUIDE_PAGES = [
  'index',
  'projects',
  'interviews',
  'register',
  'respondents',
  'guide-and-notes',
  'sources',
  'coding',
  'codebook',
  'analysis',
  'finding',
  'patterns',
  'framework',
  'search',
  'activity',
  'keys',
  'local-mode',
  'command-line',
  'addresses',
  'settings',
  'messages',
  'about',
] as const;

export type GuidePage = (typeof GUIDE_PAGES)[number];

export function isGuidePage(name: string): name is GuidePage {
  return (GUIDE_PAGES as readonly string[]).includes(name);
}

export interface GuideText {
  title: string;
  /** HTML made from our own Markdown. */
  html: string;
}

const marked = new Marked({ gfm: true }).use({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    // Pictures lie in `static/guide`; in the Markdown they are named by path, so that they show there too.
    image({ href, text }) {
      const name = /^\.\.\/\.\.\/static\/guide\/([a-z0-9-]+\.webp)$/u.exec(href)?.[1];
      if (name === undefined) throw new Error(`no picture of the guide: ${href}`);
      return `<img src="/static/guide/${name}" alt="${escapeAttribute(text)}" loading="lazy" decoding="async" />`;
    },
    // Tables scroll inside their own region, which the keyboard reaches; the page never scrolls sideways.
    table(token) {
      const cells = (tag: 'th' | 'td', row: typeof token.header) =>
        row
          .map((cell) => {
            const scope = tag === 'th' ? ' scope="col"' : '';
            return `<${tag}${scope}>${this.parser.parseInline(cell.tokens)}</${tag}>`;
          })
          .join('');
      const body = token.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
      return `<div class="table-region" role="region" aria-label="${escapeAttribute(token.header.map((cell) => cell.text).join(', '))}" tabindex="0"><table class="table"><thead><tr>${cells('th', token.header)}</tr></thead><tbody>${body}</tbody></table></div>\n`;
    },
  },
});

/** `What a number counts` is `#what-a-number-counts`; `### codings.empty` keeps its point as a dash. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[`*]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** One page of the guide. @param rootDir folder that holds `docs/` */
export async function readGuide(rootDir: string, name: GuidePage): Promise<GuideText> {
  const markdown = await readFile(join(rootDir, 'docs', 'guide', `${name}.md`), 'utf8');
  const title = /^# (.+)$/mu.exec(markdown)?.[1] ?? name;
  return { title, html: marked.parse(markdown.replace(/^# .+\n/u, ''), { async: false }) };
}

/** The title of every page, for the guide's contents. */
export async function guideContents(
  rootDir: string,
): Promise<{ name: GuidePage; title: string }[]> {
  return Promise.all(
    GUIDE_PAGES.map(async (name) => ({ name, title: (await readGuide(rootDir, name)).title })),
  );
}

function escapeAttribute(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;').replace(/</gu, '&lt;');
}
