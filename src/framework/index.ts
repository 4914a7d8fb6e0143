export { saveSummary, SUMMARY_LIMIT } from './summaries.ts';
