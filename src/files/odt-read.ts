import { odtText, type OdtText } from './odt-text.ts';
import type { Tracked } from './review.ts';
import { openZip, readPart } from './zip.ts';

/** Only for the process that `readApart` starts. */
export async function readOdtHere(
  bytes: Buffer,
  { tracked = 'accepted' }: { tracked?: Tracked | undefined } = {},
): Promise<OdtText> {
  const zip = await openZip(bytes);
  const styles = zip.names.has('styles.xml') ? await readPart(zip, 'styles.xml') : '';
  return odtText((await readPart(zip, 'content.xml')).toString('utf8'), {
    tracked,
    styles: styles.toString(),
  });
}
