import { Moved } from '../../views/codebook/Moved.tsx';
import { fragment, toastFor, typedForm, type C } from '../http/index.ts';
import { listCodes } from './queries.ts';
import { usageOf } from './usage.ts';

/** The tree as it now stands, for the page's own script. */
export async function movedFragment(c: C, changeId: number | null) {
  const ctx = c.get('ctx');
  const codes = await listCodes(ctx);
  const current = Number((await typedForm(c))['current']);
  return fragment(
    c,
    <Moved
      t={c.get('t')}
      projectId={ctx.projectId}
      codes={codes}
      usage={await usageOf(ctx, codes)}
      current={Number.isSafeInteger(current) && current > 0 ? current : null}
      toast={await toastFor(c, changeId)}
    />,
  );
}
