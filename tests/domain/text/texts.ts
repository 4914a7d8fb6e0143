import fc from 'fast-check';

/** The pieces transcripts are made of, and those that break programs reading them. */
const PIECES = [
  'a',
  'word',
  'Ωmega',
  'é',
  'e\u0301',
  'a\u0323\u0307',
  '👍',
  '👩‍👩‍👧‍👦',
  '🇫🇷',
  '🇫🇷🇧🇪🇹',
  '👍🏽',
  '日本語',
  'ไทย',
  'שלום',
  'مرحبا',
  '\u202b',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '\f',
  '\u00a0',
  '.',
  '. ',
  '? ',
  '。',
  ',',
  ':',
  '# ',
  '- ',
  '1. ',
  'Interviewer: ',
  'R-07: ',
  'Speaker 1: ',
  '[Anna] ',
  '[00:14:02] ',
  '(00:14) ',
  '00:14:02 ',
  'Note: ',
  '**Ben:** ',
];
const BROKEN = ['\r\n', '\r', '\0', '\uFEFF', '\uD83D', '\uDC4D', '\uFFFD'];

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** Any text a file may hold, before it is made canonical: lone surrogates, NUL and old line ends included. */
export const rawText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.constantFrom(...BROKEN) },
      unit,
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

/** A text and a whole-numbered span within it. */
export const textWithSpan = rawText.chain((text) =>
  fc
    .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
    .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
);
