export { mergeGuide, QUESTION_FIELDS, type GuideMerge } from './merge.ts';
export { readMarkdownGuide, writeMarkdownGuide } from './markdown.ts';
export { fits, type Asked, type Fit } from './offer.ts';
export { GUIDE_COLUMNS, guideRows, readGuideTable } from './table.ts';
export type { GuideReading, QuestionDraft } from './types.ts';
