export { loadAsked } from './asked.ts';
export { analysisCommands } from './cli.ts';
export { oneOf } from './cli-choices.ts';
export { loadClassification } from './columns.ts';
export type { Words } from './facets.ts';
export { loadFacets, type Facets } from './facets.ts';
export { countInterviews, type InterviewsCounted } from './interviews.ts';
export { oncePerState } from './kept.ts';
export { readToShare } from './forms.ts';
export { choicesOf, panelOf } from './panel.ts';
export { loadNames, loadTexts, readPassages, sortedPassages, type Names } from './passages.ts';
export { analysisRoutes } from './routes.tsx';
export {
  loadCodes,
  loadCodings,
  loadInterviews,
  loadSources,
  loadVariables,
  questionNumbers,
  type Coding,
  type HeldInterview,
  type Reader,
} from './study.ts';
export { countThemes, loadStudy, minimumOf, openCell, type Loaded, type Themes } from './themes.ts';
export { keepView } from './kept-views.ts';
export { saveQuery } from './saved-queries.ts';
