import { Hono } from 'hono';
import type { Env } from '../http/index.ts';
import { classificationRoutes } from './classification-routes.tsx';
import { eraseRoutes } from './erase-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { mergeRoutes } from './merge-routes.tsx';
import { respondentRoutes as pages } from './routes.tsx';

export {
  addNamed,
  addVariable,
  ensureNamed,
  ensureVariable,
  type VariableInput,
} from './classifications.ts';
export { respondentCommands } from './cli.ts';
export {
  addRespondent,
  changeRespondent,
  createRespondent,
  removeRespondent,
  type RespondentInput,
} from './commands.ts';
export { addFacts, addRespondents } from './bulk.ts';
export { eraseRespondent, type EraseInput } from './erase.ts';
export { changeIdentity, viewIdentity, type IdentityInput } from './identity.ts';
export { mergeRespondents, type MergeInput } from './merge.ts';
export { setForMany, type Settable } from './set-many.ts';
export { splitRespondent } from './split.ts';
export {
  getRespondent,
  knownRespondents,
  listClassifications,
  listRespondents,
  respondentChoices,
} from './queries.ts';
export { nextReference } from './references.ts';
export { listVariables, readValues, writeValues, type Variable } from './values.ts';

export const respondentRoutes = new Hono<Env>();
respondentRoutes.route('/', classificationRoutes);
respondentRoutes.route('/', eraseRoutes);
respondentRoutes.route('/', listRoutes);
respondentRoutes.route('/', mergeRoutes);
respondentRoutes.route('/', pages);
