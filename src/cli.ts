#!/usr/bin/env node
import { COMMANDS } from './commands.ts';
import { contextFor } from './http/index.ts';
import { ensureLocalUser, listProjects } from './projects/index.ts';
import { openProgram, serveCommand, serverLog } from './server.ts';
import { runCommand } from './terminal/run.ts';

const [first] = process.argv.slice(2);

// `earmark … | head` closes the pipe when it has seen enough; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommand([serveCommand, ...COMMANDS], process.argv.slice(2), {
  stdout: (chunk) => void process.stdout.write(chunk),
  stderr: (line) => void process.stderr.write(`${line}\n`),
  stdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  env: process.env,
  open: (dataDir) =>
    openProgram(
      dataDir,
      first === 'serve' ? serverLog(process.env['EARMARK_LOG'] ?? 'warn') : undefined,
    ),
  user: ensureLocalUser,
  projects: (deps, userId) => listProjects(deps.db, userId),
  context: contextFor,
});
