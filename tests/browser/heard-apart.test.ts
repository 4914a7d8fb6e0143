import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadExample } from '../../src/example/index.ts';
import { launchBrowser, openPage, startApp, type RunningApp } from './harness.ts';

/** What a screen reader hears runs together where only boxes stand between two texts: "5" and "100 %" were "5100 %". */

let browser: Browser;
let app: RunningApp;
let project: string;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await startApp();
  const { id } = await app.opened.allOrNothing(() => loadExample(app.deps, app.userId));
  project = `${app.url}/projects/${id}`;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Read in one breath, whatever is in them. */
const WHOLE = new Set(['link', 'button', 'columnheader', 'rowheader', 'heading']);

interface Node {
  nodeId: string;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
  backendDOMNodeId?: number;
  ignored: boolean;
}

/** Links, buttons, heads and numbers whose parts are heard as one word. */
async function runTogether(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const textsIn = ({ role, name, childIds = [] }: Node): string[] =>
    role?.value === 'StaticText'
      ? [name?.value ?? '']
      : childIds.flatMap((id) => textsIn(byId.get(id) ?? { nodeId: id, ignored: true }));
  const found: string[] = [];
  for (const node of nodes) {
    const role = node.role?.value ?? '';
    const edge = WHOLE.has(role) ? /[\p{L}\p{N}%]\n[\p{L}\p{N}]/u : /\d\n\d/u;
    if (node.ignored || (role !== 'cell' && !WHOLE.has(role))) continue;
    const texts = textsIn(node).join('\n');
    if (edge.test(texts) && !(await isNamed(cdp, node)))
      found.push(`${role}: ${texts.replaceAll('\n', '|')}`);
  }
  await cdp.detach();
  return found;
}

/** Whether it has a name of its own, which is heard instead of what is in it. */
async function isNamed(cdp: CDPSession, { backendDOMNodeId }: Node): Promise<boolean> {
  const { node } = await cdp.send('DOM.describeNode', { backendNodeId: backendDOMNodeId ?? 0 });
  return node.attributes?.includes('aria-label') ?? false;
}

it.each([
  '',
  '/interviews',
  '/interviews/1',
  '/interviews/new',
  '/respondents',
  '/respondents/1',
  '/sources',
  '/sources/1',
  '/sources/1?code=3',
  '/sources/1/structure',
  '/codebook',
  '/codebook/1',
  '/themes?by=group',
  '/themes?by=region&show=percent&interval=1&over=tied',
  '/themes?by=source&count=passages&show=count',
  '/themes/passages?code=1&column=1',
  '/analysis/compare',
  '/analysis/cooccurrence',
  '/analysis/coverage',
  '/analysis/question',
  '/analysis/words',
  '/search?q=people',
  '/framework',
  '/activity',
  '/sample',
])('nothing runs together on %s', async (path) => {
  const page = await openPage(browser, `${project}${path}`, { width: 1600 });
  expect(await page.locator('h1').first().isVisible()).toBe(true);
  await expect.poll(() => runTogether(page)).toEqual([]);
});

it('and it would be noticed', async () => {
  const page = await openPage(browser, `${project}/themes?by=group`, { width: 1600 });
  await page.evaluate(() => {
    const cell = document.createElement('a');
    cell.href = '/';
    cell.style.display = 'flex';
    cell.innerHTML = '5 <span>100 %</span>';
    document.querySelector('main')?.append(cell);
  });
  await expect.poll(() => runTogether(page)).toEqual(['link: 5|100 %']);
});
