import type { Variable } from '../analysis/types.ts';
import type { Messages } from '../messages/index.ts';
import type { Options } from './PatternForm.tsx';

/** The classifications of respondents, as a menu offers them. */
export const byOptions = (t: Messages, variables: readonly Variable[]): Options => [
  { value: 'group', label: t.analysis.themes.by.group },
  { value: 'region', label: t.analysis.themes.by.region },
  ...variables.map(({ id, name }) => ({ value: `variable-${id}`, label: name })),
];
