import type { Messages } from '../messages/index.ts';
import { VisuallyHidden } from '../ui/index.ts';

/** In place of a number that too few respondents stand behind: a sign to see, a word to hear. */
export const Hidden = ({ t }: { t: Messages }) => (
  <>
    <span aria-hidden="true">{t.analysis.themes.hiddenSign}</span>
    <VisuallyHidden>{t.analysis.themes.hidden}</VisuallyHidden>
  </>
);
