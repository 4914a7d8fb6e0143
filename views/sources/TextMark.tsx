import { shortHash } from '../../src/domain/text/hash.ts';

/** The first letters of a text's SHA-256: two people who see the same ones read the same version. */
export const TextMark = ({ sha256 }: { sha256: string }) => (
  <code class="text-mark" title={sha256}>
    {shortHash(sha256)}
  </code>
);
