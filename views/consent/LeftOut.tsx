import type { Messages } from '../messages/index.ts';
import { Notice } from '../ui/index.ts';

/** Says that interviews are left out because consent was withdrawn, and leads to them; nothing when there are none. */
export const LeftOut = ({ t, projectId, n }: { t: Messages; projectId: number; n: number }) =>
  n === 0 ? null : (
    <p class="left-out">
      <a href={`/projects/${projectId}/interviews?consent=withdrawn`}>{t.consent.leftOut(n)}</a>
    </p>
  );

/** On the pages of the interview itself, which stay. */
export const WithdrawnNotice = ({ t }: { t: Messages }) => (
  <Notice class="withdrawn">
    <p>
      <strong>{t.consent.title}</strong> {t.consent.text}
    </p>
  </Notice>
);
