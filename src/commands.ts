import { analysisCommands } from './analysis/index.ts';
import { codebookCommands } from './codebook/index.ts';
import { codingCommands } from './codings/index.ts';
import { exampleCommands } from './example/index.ts';
import { guideCommands } from './guide/index.ts';
import { patternCommands } from './patterns/index.ts';
import { projectCommands } from './projects/index.ts';
import { registerCommands } from './register/index.ts';
import { respondentCommands } from './respondents/index.ts';
import { sampleCommands } from './sample/index.ts';
import { searchCommands } from './search/index.ts';
import { sourceCommands } from './sources/index.ts';
import type { AnyCommand } from './terminal/index.ts';
import { upkeepCommands } from './upkeep/index.ts';

/** Every command of the command line, in the order that help shows them. */
export const COMMANDS: readonly AnyCommand[] = [
  ...projectCommands,
  ...exampleCommands,
  ...registerCommands,
  ...respondentCommands,
  ...guideCommands,
  ...sourceCommands,
  ...searchCommands,
  ...codebookCommands,
  ...codingCommands,
  ...analysisCommands,
  ...patternCommands,
  ...sampleCommands,
  ...upkeepCommands,
];
