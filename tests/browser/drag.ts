import type { Page } from 'playwright-core';

/** Drags over words as with a mouse. */
export async function drag(page: Page, from: string, to: string): Promise<void> {
  const start = await placeOf(page, from);
  const end = await placeOf(page, to);
  if (!start || !end) throw new Error('no such words');
  await page.mouse.move(start.left + 1, start.top + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.right, end.top + end.height / 2, { steps: 4 });
  await page.mouse.up();
}

/** Where some words of the text first stand in one piece. */
const placeOf = (page: Page, words: string): Promise<DOMRect | null> =>
  page.evaluate((wanted) => {
    for (const text of document.querySelectorAll('[data-text]')) {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        return range.getBoundingClientRect().toJSON() as DOMRect;
      }
    }
    return null;
  }, words);
