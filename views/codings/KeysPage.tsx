import { KEYMAP } from '../../src/domain/workbench/keymap.ts';
import { FIXED, writeKeys } from '../../src/domain/workbench/own-keys.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Button, EmptyState, Kbd, PageHeader, TextInput } from '../ui/index.ts';
import { GROUPS } from './Panels.tsx';

type Props = {
  shell: ShellProps;
  codebookHref: string;
  /** Codes that have a key of their own. */
  codes: readonly { id: number; key: string; path: string }[];
};

/** Where a person turns single keys off or changes them; filled and saved by `src/client/keys-form.ts`. */
export const KeysPage = ({ shell, codebookHref, codes }: Props) => {
  const t = shell.t.codings.ownKeys;
  return (
    <Shell shell={shell} title={t.title}>
      <PageHeader title={t.title} lead={t.lead} />
      <noscript>
        <p class="notice">{t.needsScript}</p>
      </noscript>
      <div class="keys-page needs-script">
        <section aria-labelledby="switches">
          <h2 id="switches">{t.switches}</h2>
          <p class="choice">
            <input type="checkbox" id="keys-on" data-keys-switch checked />
            <label class="choice-text" for="keys-on">
              {shell.t.codings.keys.switch}
            </label>
          </p>
          <p class="choice">
            <input type="checkbox" id="trim-on" data-trim-switch checked />
            <label class="choice-text" for="trim-on">
              {t.trim}
            </label>
          </p>
        </section>
        <KeysForm shell={shell} codes={codes} codebookHref={codebookHref} />
        <section aria-labelledby="code-keys">
          <h2 id="code-keys">{t.codes}</h2>
          {codes.length === 0 ? (
            <EmptyState level={3} title={t.noCodes}>
              {t.noCodesStep}
            </EmptyState>
          ) : (
            <>
              <p class="soft">{t.codesHint}</p>
              <dl class="keys-list">
                {codes.map(({ id, key, path }) => (
                  <>
                    <dt>
                      <Kbd>{key.toUpperCase()}</Kbd>
                    </dt>
                    <dd>
                      <a href={`${codebookHref}/${id}`}>{path}</a>
                    </dd>
                  </>
                ))}
              </dl>
            </>
          )}
        </section>
      </div>
    </Shell>
  );
};

const KeysForm = ({ shell, codes }: Props) => {
  const t = shell.t.codings;
  return (
    <form
      data-keys-form
      data-words={JSON.stringify(t.ownKeys.browser)}
      data-codes={JSON.stringify(Object.fromEntries(codes.map(({ key, path }) => [key, path])))}
    >
      <p class="soft">{t.ownKeys.how}</p>
      {Object.entries(GROUPS).map(([group, acts]) => (
        <fieldset class="keys-own">
          <legend>{t.keys.groups[group as keyof typeof GROUPS]}</legend>
          {KEYMAP.filter(({ act }) => acts.test(act) && !FIXED.has(act)).map(({ act, keys }) => (
            <TextInput
              name={act}
              id={`key-${act.replace('.', '-')}`}
              label={t.keys.acts[act]}
              value={writeKeys(keys)}
              autocomplete="off"
              {...{ 'data-act-keys': act, spellcheck: false, autocapitalize: 'none' }}
            />
          ))}
        </fieldset>
      ))}
      <div class="row">
        <Button kind="primary">{t.ownKeys.save}</Button>
        <Button type="reset">{t.ownKeys.reset}</Button>
      </div>
    </form>
  );
};
