/**
 * Whether an interview may be used. Decided here and nowhere else: whatever counts, lists, searches or exports what was said
 * leaves out the interviews that these queries name, and says how many they are.
 */
export {
  countWithdrawn,
  withdrawnAnywhere,
  withdrawnIds,
  withdrawnInterviews,
  withdrawnSources,
  withdrawnSourcesAnywhere,
} from './queries.ts';
export { csvFile, sayLeftOut, svgFile } from './header.ts';
