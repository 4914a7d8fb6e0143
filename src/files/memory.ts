import { Worker } from 'node:worker_threads';

/** All memory of the process that reads a file, in bytes. */
const MOST = 800_000_000;
/** Looked at so often, in milliseconds: what can be unpacked in between is little beside the cap. */
const EVERY = 40;

/**
 * Ends this process once it takes more memory than a file may. V8's own cap does not count what lies outside of its heap,
 * where libraries unpack streams; and a thread of its own looks, since the reading one may not come up for seconds.
 */
export function watchMemory(): void {
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${MOST}) process.kill(process.pid, 'SIGKILL');
  }, ${EVERY});`;
  new Worker(watch, { eval: true, env: {}, execArgv: [] }).unref();
}
