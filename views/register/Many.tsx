import { Button, Checkbox, Disclosure, TextInput } from '../ui/index.ts';
import { draftHref } from './address.ts';
import type { PreviewPageProps } from './types.ts';

export const MANY = 'many';

/** Where one is in the list, sent along so that one comes back to it. */
export const Where = ({ query }: Pick<PreviewPageProps, 'query'>) => (
  <>
    <input type="hidden" name="show" value={query.show} />
    <input type="hidden" name="place" value={query.place} />
    <input type="hidden" name="page" value={String(query.page)} />
  </>
);

/** What is done to all the rows that are ticked. */
export const Many = ({ shell, projectId, draft, query, shown }: PreviewPageProps) => {
  const t = shell.t.register.preview;
  return (
    <Disclosure summary={t.many} open={query.show !== 'doubts'} class="reg-many-fold">
      <form
        id={MANY}
        method="post"
        action={`${draftHref(projectId, draft.id)}/rows`}
        class="reg-many"
        aria-label={t.many}
      >
        <p class="soft">{t.manyText}</p>
        <Where query={query} />
        <Checkbox name="all" value="yes" label={t.all(shown.total)} />
        <div class="reg-many-fields">
          <TextInput name="group" label={t.group} list="reg-groups" autocomplete="off" />
          <TextInput name="region" label={t.region} list="reg-regions" autocomplete="off" />
          <TextInput name="location" label={t.location} list="reg-places" autocomplete="off" />
        </div>
        <div class="actions">
          <Button name="do" value="fill">
            {t.fill}
          </Button>
          <Button name="do" value="confirm" kind="quiet">
            {t.confirmMany}
          </Button>
          <Button name="do" value="aside" kind="quiet">
            {t.asideMany}
          </Button>
          <Button name="do" value="restore" kind="quiet">
            {t.restoreMany}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
};
