import { randomUUID } from 'node:crypto';
import { readApart } from '../apart.ts';
import { readQdcHere } from './read.ts';
import type { QdcAnswer, QdcLimits } from './types.ts';

/** Read in this program up to so many code units: for each of them the parser does little, and it holds nothing up. */
const HERE = 1_000_000;

/**
 * What a REFI-QDA codebook or project says of codes. What is longer than any codebook of everyday is read in a process apart.
 * @throws FileRefused `slow` for one that takes more time or memory than a file may
 */
export async function readQdc(xml: string, limits: QdcLimits): Promise<QdcAnswer> {
  return xml.length <= HERE
    ? readQdcHere(xml, limits, randomUUID)
    : readApart('qdc', Buffer.from(xml), limits);
}
