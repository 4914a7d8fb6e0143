import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measure.ts';

export interface Report {
  yardstick: Figure[];
  figures: Figure[];
  /** Resident memory of the server process, in bytes: when it started, and after everything. */
  memory: { started: number; afterwards: number };
  /** Of the script that the workbench loads, compressed, in bytes. */
  script: number;
  /** Load of the machine when it began and when it was done. */
  load: [before: number, after: number];
}

/** Megabytes that the server may take, and bytes of script that a browser may have to fetch. */
const GOALS = { memory: 150, script: 60_000 };

/** The sum of the yardsticks' medians, in milliseconds: what the ratios are to. */
export function yardstickSum({ yardstick }: Pick<Report, 'yardstick'>): number {
  return yardstick.reduce((sum, { median }) => sum + median, 0);
}

/** One line per figure; the last column is the median per thousand of the yardstick, to compare machines by. */
export function asTable(report: Report): string {
  const sum = yardstickSum(report);
  const rows = [...report.figures, ...report.yardstick].map(
    ({ what, median, fastest, p95, runs, bytes, goal }) => [
      what,
      ms(median),
      ms(fastest),
      ms(p95),
      goal === undefined ? '' : `${goal.of} < ${goal.below}`,
      String(runs),
      bytes === null ? '' : `${(bytes / 1000).toFixed(1)} kB`,
      ((median / sum) * 1000).toFixed(2),
    ],
  );
  const head = ['', 'median ms', 'fastest ms', 'p95 ms', 'goal', 'runs', 'size', '‰ of yardstick'];
  const widths = head.map((_, n) => Math.max(...[head, ...rows].map((row) => row[n]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ');
  const { started, afterwards } = report.memory;
  return [
    ...[head, ...rows].map(line),
    `server memory: ${megabytes(started)} MB started, ${megabytes(afterwards)} MB after all of this (goal: ${GOALS.memory})`,
    `client script: ${report.script} bytes compressed (goal: ${GOALS.script})`,
    `yardstick: ${ms(sum)} ms; load ${report.load.map((load) => load.toFixed(1)).join(' → ')}`,
  ].join('\n');
}

/** Appends one line of JSON to `bench-results/bench.jsonl`. @returns the file */
export function keep(root: string, report: Report, at: string): string {
  const folder = join(root, 'bench-results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'bench.jsonl');
  const machine = {
    node: process.version,
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
  };
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  appendFileSync(
    file,
    `${JSON.stringify({ at, version, machine, yardstick_ms: yardstickSum(report), ...report })}\n`,
  );
  return file;
}

/** What the workbench loads: htmx, what every page has, and its own. @returns bytes, compressed */
export function scriptSize(root: string): number {
  return ['vendor/htmx.min.js', 'build/app.js', 'build/workbench.js']
    .map((name) => gzipSync(readFileSync(join(root, 'static', name))).length)
    .reduce((sum, size) => sum + size, 0);
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
