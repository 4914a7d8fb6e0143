/** Why an archive is not opened, judged by its directory. `broken`: it is no archive that can be read. */
export type ZipRefusal = 'bomb' | 'broken' | 'unsafe' | 'locked';

/** Why an office document is not read. `slow`: it took more time or memory than it may. `noText`: a PDF of pictures. */
export type FileRefusal = ZipRefusal | 'slow' | 'macros' | 'otherKind' | 'noText';

/** A file that was looked at and is not read; each slice has its own sentence for each reason. */
export class FileRefused extends Error {
  override name = 'FileRefused';
  constructor(readonly reason: FileRefusal) {
    super(reason);
  }
}
