export { loadAsked } from './asked.ts';
export { analysisCommands } from './cli.ts';
export { loadColumns, type Columns } from './columns.ts';
export { countInterviews, type InterviewsCounted } from './interviews.ts';
export { oncePerState } from './kept.ts';
export { loadNames, loadTexts, readPassages, sortedPassages } from './passages.ts';
export { analysisRoutes } from './routes.tsx';
export {
  loadCodes,
  loadCodings,
  loadInterviews,
  loadSources,
  loadVariables,
  type Coding,
  type HeldInterview,
  type Reader,
} from './study.ts';
export { countThemes, openCell, type Themes } from './themes.ts';
