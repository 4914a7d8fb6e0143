import type { Hono } from 'hono';
import { analysisRoutes } from './analysis/index.ts';
import { frameworkRoutes } from './framework/index.ts';
import { guideRoutes } from './guide/index.ts';
import { helpRoutes } from './help/index.ts';
import type { Env } from './http/index.ts';
import { codebookRoutes } from './codebook/index.ts';
import { codingRoutes } from './codings/index.ts';
import { historyRoutes } from './history/routes.tsx';
import { interviewRoutes } from './interviews/index.ts';
import { overviewRoutes } from './overview/index.ts';
import { patternRoutes } from './patterns/index.ts';
import { projectRoutes } from './projects/index.ts';
import { registerRoutes } from './register/index.ts';
import { respondentRoutes } from './respondents/index.ts';
import { sampleRoutes } from './sample/index.ts';
import { searchRoutes } from './search/index.ts';
import { sourceRoutes } from './sources/index.ts';

/** Where each slice's pages are. Inside a project every address starts with `/projects/:projectId`. */
export function mountSlices(app: Hono<Env>): void {
  app.route('/', projectRoutes);
  app.route('/', overviewRoutes);
  app.route('/', historyRoutes);
  app.route('/', respondentRoutes);
  app.route('/', guideRoutes);
  app.route('/', registerRoutes);
  app.route('/', interviewRoutes);
  app.route('/', sourceRoutes);
  app.route('/', searchRoutes);
  app.route('/', codebookRoutes);
  app.route('/', codingRoutes);
  app.route('/', analysisRoutes);
  app.route('/', patternRoutes);
  app.route('/', frameworkRoutes);
  app.route('/', sampleRoutes);
  app.route('/', helpRoutes);
}
