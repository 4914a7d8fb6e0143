export { sampleCommands } from './cli.ts';
export { importPlan, keepPublished, savePlan } from './commands.ts';
export { samplePlan } from './queries.ts';
export { sampleRoutes } from './routes.tsx';
