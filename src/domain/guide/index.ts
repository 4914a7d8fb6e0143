export { compareGuides, type GuideComparison } from './compare.ts';
export { answerPrint, fingerprint } from './fingerprint.ts';
export { mergeGuide, QUESTION_FIELDS, type GuideMerge } from './merge.ts';
export { readMarkdownGuide, writeMarkdownGuide } from './markdown.ts';
export { fits, type Asked, type Fit } from './offer.ts';
export { GUIDE_COLUMNS, guideRows, readGuideTable } from './table.ts';
export type { GuideReading, QuestionDraft } from './types.ts';
export { ANSWER_COLUMNS, ANSWER_STATES, readAnswerTable } from './answers.ts';
export type { AnswerProblem, AnswerRow, AnswerState } from './answers.ts';
