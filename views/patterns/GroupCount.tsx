import { DEFAULTS, passagesHref } from '../analysis/address.ts';
import { percent } from '../analysis/format.ts';
import { Hidden } from '../analysis/Hidden.tsx';
import type { Messages } from '../messages/index.ts';
import type { CompareChoices, CompareGroup } from './types.ts';

interface Props {
  t: Messages;
  projectId: number;
  choices: CompareChoices;
  codeId: number;
  group: CompareGroup;
  /** Respondents of the group who mention the code; null where the number is hidden. */
  count: number | null;
}

/** How many of a group mention a code, and their share; opens their passages. */
export const GroupCount = ({ t, projectId, choices, codeId, group, count }: Props) => {
  if (count === null) return <Hidden t={t} />;
  const { by, over, questions, words, filter, minCell } = choices;
  const counted = { ...DEFAULTS, by, over, questions, words, filter, minCell };
  return (
    <>
      <a href={passagesHref(projectId, counted, { codeId, column: group.key })}>{count}</a>{' '}
      {group.n > 0 && <span class="heat-share">{percent(count / group.n)}</span>}
    </>
  );
};
