import { loadavg } from 'node:os';
import type { Client } from './client.ts';
import { LivePage } from './live-page.ts';
import { figure, type Figure } from './measure.ts';

const CODERS = 10;
const SECONDS = 30;
/** As many code in one source: each hears of the others' work and brings it to their page. */
const TO_A_SOURCE = 2;

/** What a coder has before them, and words to code in it, spread over the whole. */
export interface Desk {
  source: number;
  words: readonly (readonly [start: number, end: number])[];
}

/** Ten coders in one project, each of whom applies a code every second for half a minute, with their pages open. */
export async function together(
  client: Client,
  desks: readonly Desk[],
  code: number,
): Promise<Figure> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: CODERS }, async (_, n) => {
      const desk = desks[Math.floor(n / TO_A_SOURCE)];
      if (!desk) throw new Error('too few sources');
      const page = await LivePage.open(client, desk.source);
      await pause((n * 1000) / CODERS);
      for (let second = 0; second < SECONDS; second += 1) {
        const begun = performance.now();
        page.did(
          await client.happened(`/sources/${desk.source}/codings`, form(desk, n, second, code)),
        );
        times.push(performance.now() - begun);
        await pause(1000 - (performance.now() - begun));
      }
      await page.leave();
    }),
  );
  const load = loadavg()[0]?.toFixed(1) ?? '';
  return {
    ...figure(`ten coders, a coding a second each (load ${load})`, times),
    goal: { of: 'p95', below: 20 },
  };
}

function form({ words }: Desk, coder: number, second: number, code: number): URLSearchParams {
  const [start = 0, end = 0] = words[(second * CODERS + coder) % words.length] ?? [];
  return new URLSearchParams(
    Object.entries({ start, end, version: 1, code }).map(([key, value]) => [key, String(value)]),
  );
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
