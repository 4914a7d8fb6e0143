/** Letters of a text's SHA-256 that people compare by eye: as many as a commit's short name has. */
const SHORT = 7;

/** The mark beside a text, by which two people know that they read the same version. */
export const shortHash = (sha256: string): string => sha256.slice(0, SHORT);
