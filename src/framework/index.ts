export { frameworkRoutes } from './routes.tsx';
export { saveSummary, SUMMARY_LIMIT } from './summaries.ts';
