export { analysisCommands } from './cli.ts';
export { countInterviews, type InterviewsCounted } from './interviews.ts';
export { analysisRoutes } from './routes.tsx';
export { loadInterviews } from './study.ts';
export { countThemes, openCell, type Themes } from './themes.ts';
