import type { Messages } from '../messages/index.ts';
import { VisuallyHidden } from '../ui/index.ts';

/** In place of a number that too few respondents stand behind: a sign to see, a word to hear. */
export const Hidden = ({ t }: { t: Messages }) => (
  <>
    <span aria-hidden="true">{t.analysis.themes.hiddenSign}</span>
    <VisuallyHidden>{t.analysis.themes.hidden}</VisuallyHidden>
  </>
);

/** The same where it is known whether the number itself is small, or hidden so that others cannot be worked out. */
export const HiddenCount = (props: { t: Messages; isSmall: boolean; minCell: number }) => {
  const words = props.t.analysis.themes;
  if (!props.isSmall) return <Hidden t={props.t} />;
  return (
    <>
      <span aria-hidden="true">{words.smallSign(props.minCell)}</span>
      <VisuallyHidden>{words.small(props.minCell)}</VisuallyHidden>
    </>
  );
};
