/**
 * What is brought to open pages, one page after the other. A change rings every page of its text at once; answered as they
 * come, their questions would stand before the next coding of somebody who works. Between two of them whatever else has come
 * in is answered first.
 */
export class Aside {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(breath).then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** Until the server has looked at what came in meanwhile. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
