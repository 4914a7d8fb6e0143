import { odtText, type OdtText } from './odt-text.ts';
import { openZip, readPart } from './zip.ts';

/** Only for the process that `readApart` starts. */
export async function readOdtHere(bytes: Buffer): Promise<OdtText> {
  const zip = await openZip(bytes);
  return odtText((await readPart(zip, 'content.xml')).toString('utf8'));
}
