import type { Messages } from '../messages/index.ts';
import { Button, Kbd } from '../ui/index.ts';

/** The keys of the register's pages: each stands on what it presses as `data-page-key`. */
export const REGISTER_KEYS = ['n', 'c', '/', '?'] as const;

/** Every key of these pages, and the switch that turns single keys off here and in the workbench. */
export const RegisterKeys = ({ t }: { t: Messages }) => {
  const { title, lead, acts } = t.interviews.keys;
  const words = t.codings.keys;
  return (
    <dialog class="keys" id="keys" aria-labelledby="keys-title" data-page-key="?">
      <h2 id="keys-title">{title}</h2>
      <p class="soft">{lead}</p>
      <dl class="keys-list">
        {REGISTER_KEYS.map((key) => (
          <>
            <dt>
              <Kbd>{key.toUpperCase()}</Kbd>
            </dt>
            <dd>{acts[key]}</dd>
          </>
        ))}
      </dl>
      <form method="dialog" class="keys-end">
        <label class="keys-switch">
          <input type="checkbox" data-keys-switch checked aria-describedby="keys-hint" />{' '}
          {words.switch}
        </label>
        <p class="soft small" id="keys-hint">
          {words.switchHint}
        </p>
        <Button kind="primary">{words.close}</Button>
      </form>
    </dialog>
  );
};
