export { registerCommands } from './cli.ts';
export { exportRegister, importRegister, knownRegister } from './exchange.ts';
