import { Button, Disclosure } from '../ui/index.ts';
import { draftHref } from './address.ts';
import type { PreviewPageProps } from './types.ts';

/** What every line was taken for, what an import would add, and the button that does it. */
export const AccountSection = (props: PreviewPageProps) => {
  const { shell, account, unchanged } = props;
  const t = shell.t.register.preview;
  const adds = account.interviews > 0 ? t.adds(account) : t.addsNothing;
  return (
    <section class="reg-account" aria-labelledby="account">
      <h2 id="account" class="visually-hidden">
        {t.account}
      </h2>
      <dl class="reg-sums">
        <div>
          <dt>{t.lines(account.lines)}</dt>
          <dd>
            <ul class="reg-kinds">
              <Taken {...props} />
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t.adding}</dt>
          <dd>
            {adds}
            {unchanged > 0 && <p class="soft">{t.there(unchanged)}</p>}
          </dd>
        </div>
        <div>
          <dt>{t.doubts}</dt>
          <dd>
            {account.open > 0 && <strong class="reg-open">{t.open(account.open)}</strong>}
            {account.open > 0 && account.toLookAt > 0 && <br />}
            {account.toLookAt > 0 && t.toLookAt(account.toLookAt)}
            {account.open + account.toLookAt === 0 && t.noDoubts}
          </dd>
        </div>
      </dl>
      <Finish {...props} />
    </section>
  );
};

const Taken = ({ shell, draft, account }: PreviewPageProps) => {
  const t = shell.t.register;
  if (draft.kind === 'table')
    return (
      <>
        {(['new', 'there', 'open', 'aside'] as const).map((fate) =>
          account.fates[fate] === 0 ? null : <li>{t.preview.rows[fate](account.fates[fate])}</li>,
        )}
      </>
    );
  return (
    <>
      {(
        [
          'start',
          'continues',
          'joins',
          'heading',
          'columns',
          'title',
          'blank',
          'aside',
          'unknown',
        ] as const
      ).map((kind) =>
        account.kinds[kind] === 0 ? null : <li>{t.preview.kinds[kind](account.kinds[kind])}</li>,
      )}
    </>
  );
};

const Finish = ({ shell, projectId, draft, account, unchanged }: PreviewPageProps) => {
  const t = shell.t.register.preview;
  const isNew = account.interviews + account.additions > 0;
  const isReady = isNew && account.open === 0;
  const label =
    account.interviews > 0
      ? t.import(account)
      : account.additions > 0
        ? t.importFacts(account.additions)
        : t.importNothing;
  const nothing = unchanged > 0 ? t.everythingThere(unchanged) : t.nothingRead;
  const reason = account.open > 0 ? t.cannot(account.open) : isNew ? t.oneUndo : nothing;
  return (
    <div class="reg-finish">
      <form method="post" action={`${draftHref(projectId, draft.id)}/finish`} class="actions">
        <button
          type="submit"
          class="button button-primary"
          disabled={!isReady}
          aria-describedby="import-why"
        >
          {label}
        </button>
        <p id="import-why" class={account.open > 0 ? 'reg-why reg-open' : 'reg-why soft'}>
          {reason}
        </p>
      </form>
      <Disclosure summary={t.putAway}>
        <form method="post" action={`${draftHref(projectId, draft.id)}/discard`} class="reg-away">
          <p>{t.putAwayText}</p>
          <Button kind="danger">{t.putAwayNow}</Button>
        </form>
      </Disclosure>
    </div>
  );
};
