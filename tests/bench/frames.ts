import type { Browser, Page } from 'playwright-core';

/** What reading down a page costs, frame by frame. Milliseconds. */
export interface Scrolled {
  /** From one frame to the next. */
  frames: number[];
  /** The page's longest task, by the clock and by the processor's time: the latter says what it takes on a free machine. */
  longest: { wall: number; processor: number };
}

/** Screens a second, as fast as one can look for something. */
const SPEED = 4_000;

/** Scrolls as a hand on a wheel does, by so many pixels. */
export async function scroll(browser: Browser, page: Page, pixels: number): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(countFrames);
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await session.send('Input.synthesizeScrollGesture', {
    x: 640,
    y: 450,
    yDistance: -pixels,
    speed: SPEED,
    preventFling: true,
  });
  const trace = await browser.stopTracing();
  const frames = await page.evaluate(() => (window as Counted).scrolled ?? []);
  await session.detach();
  return { frames, longest: longestTask(trace) };
}

type Counted = Window & { scrolled?: number[] };

function countFrames(): void {
  const counted = window as Counted;
  const frames: number[] = [];
  counted.scrolled = frames;
  let before = 0;
  const next = (now: number): void => {
    // Another round has begun.
    if (counted.scrolled !== frames) return;
    if (before > 0) frames.push(now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds, by the clock and of the thread. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

function longestTask(trace: Buffer): Scrolled['longest'] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(thread),
  );
  const tasks = traceEvents.filter(
    (event) =>
      event.ph === 'X' &&
      event.name === 'ThreadControllerImpl::RunTask' &&
      pages.has(thread(event)),
  );
  const most = (values: (number | undefined)[]): number =>
    values.reduce<number>((longest, value = 0) => Math.max(longest, value), 0) / 1000;
  return {
    wall: most(tasks.map(({ dur }) => dur)),
    processor: most(tasks.map(({ tdur }) => tdur)),
  };
}
