/** Characters that XML 1.0 (section 2.2) has no way to write: controls, halves of a pair, two that are no characters. */
// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text without the characters that XML cannot hold. */
export const withoutControls = (text: string): string => text.replace(UNWRITABLE, '');
