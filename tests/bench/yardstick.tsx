/** @jsxImportSource hono/jsx */
/** @jsxRuntime automatic */
import { createHash } from 'node:crypto';
import { openDatabase } from '../../db/open.ts';
import { measure, type Figure } from './measure.ts';

/**
 * What this machine does, whatever Earmark does: figures from different machines are set in ratio to the sum of these.
 * Never change it; a changed yardstick measures nothing.
 */
export async function yardstick(): Promise<Figure[]> {
  const { sqlite, close } = await openDatabase(':memory:');
  sqlite.exec('create table yardstick (id integer primary key, word text not null)');
  const insert = sqlite.prepare('insert into yardstick (word) values (?)');
  sqlite.transaction(() => {
    for (let n = 0; n < 1_000; n += 1) insert.run(`word ${n}`);
  })();
  const read = sqlite.prepare('select id, word from yardstick where id = ?');
  const data = Buffer.alloc(64 * 1024 * 1024, 7);
  const figures = [
    await measure('yardstick: SHA-256 of 64 MB', 5, () => {
      createHash('sha256').update(data).digest('hex');
    }),
    await measure('yardstick: 100,000 reads of one row', 5, () => {
      for (let n = 0; n < 100_000; n += 1) read.get((n % 1_000) + 1);
    }),
    await measure('yardstick: 1,000 rows of TSX', 5, async () => String(await rows()).length),
  ];
  await close();
  return figures;
}

/**
 * One row written and synced to this machine's disk: what every change waits for besides Earmark. Not part of the
 * yardstick, since disks differ more than processors.
 */
export async function diskSync(file: string): Promise<Figure> {
  const { sqlite, close } = await openDatabase(file);
  sqlite.exec('create table disk (word text not null)');
  const insert = sqlite.prepare('insert into disk (word) values (?)');
  const synced = await measure('disk: one row written and synced', 40, () => {
    insert.run('word');
  });
  await close();
  return synced;
}

function rows() {
  return (
    <table>
      <tbody>
        {Array.from({ length: 1_000 }, (_, n) => (
          <tr id={`row-${n}`} class={n % 2 === 0 ? 'even' : 'odd'}>
            <th scope="row">{n}</th>
            <td>Visibility &amp; capacity {n}</td>
            <td>
              <a href={`/rows/${n}`}>{`Open “${n}”`}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
