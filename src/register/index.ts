export { registerCommands } from './cli.ts';
export { startDraft } from './drafts.ts';
export { exportRegister, importRegister, knownRegister } from './exchange.ts';
export { registerRoutes } from './routes.tsx';
