export {
  addCoding,
  apply,
  applyNewCode,
  removeCoding,
  resizeCoding,
  writeMemo,
} from './commands.ts';
export { placeHref } from './page.tsx';
export { codingRoutes } from './routes.tsx';
