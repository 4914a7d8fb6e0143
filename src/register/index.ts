export { registerCommands } from './cli.ts';
export { exportRegister, importRegister, knownRegister } from './exchange.ts';
export { registerRoutes } from './routes.tsx';
