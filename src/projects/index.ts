export { projectCommands } from './cli.ts';
export { changeSettings, coderNamed, createProject, ensureLocalUser } from './commands.ts';
export { getSettings, listProjects } from './queries.ts';
export { projectRoutes } from './routes.tsx';
