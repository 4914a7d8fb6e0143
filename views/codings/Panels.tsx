import { KEYMAP, type KeyRow } from '../../src/domain/workbench/keymap.ts';
import { shownKey } from '../../src/domain/workbench/shown-key.ts';
import { Button, Kbd } from '../ui/index.ts';
import type { T } from './types.ts';

/** The list of codes that `c` opens; filled by `src/client/picker.ts`. */
export const Picker = ({ t }: { t: T }) => (
  <div class="picker" id="picker" popover="auto" role="dialog" aria-label={t.picker.label}>
    <input
      class="picker-input"
      type="text"
      role="combobox"
      aria-label={t.picker.label}
      aria-expanded="false"
      aria-controls="picker-list"
      aria-autocomplete="list"
      placeholder={t.picker.placeholder}
      autocomplete="off"
      spellcheck={false}
      enterkeyhint="done"
      maxlength={500}
      aria-describedby="picker-hint"
    />
    <ul class="picker-list" id="picker-list" role="listbox" aria-label={t.picker.list} />
    <p class="picker-hint soft small" id="picker-hint">
      {t.picker.hint}
    </p>
  </div>
);

/** Which acts stand together in lists of keys. */
export const GROUPS = {
  move: /^(segment|sentence|word)\./,
  go: /\.(after|before)$/,
  code: /^(pick|last|arm|inVivo|memo|card|replace|report|quote|uncode|cycle)$/,
  resize: /^(start|end)\./,
  other: /^(correct|find|search|keys|undo|redo|escape)$/,
} as const;

/** Every key, and the switch for them. */
export const Keys = ({ t, changeHref }: { t: T; changeHref: string }) => (
  <dialog class="keys" id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">{t.keys.title}</h2>
    <p class="soft">{t.keys.lead}</p>
    <div class="keys-groups">
      {Object.entries(GROUPS).map(([group, acts]) => (
        <section class="keys-group">
          <h3>{t.keys.groups[group as keyof typeof GROUPS]}</h3>
          <KeyList t={t} rows={KEYMAP.filter(({ act }) => acts.test(act))} />
          {group === 'move' && <p class="soft small">{t.keys.extends}</p>}
          {group === 'code' && <p class="soft small">{`${t.keys.ownKey}: ${t.keys.ownKeyDoes}`}</p>}
        </section>
      ))}
      {/* Filled by `src/client/code-keys.ts`. */}
      <section class="keys-group" id="code-keys" hidden>
        <h3>{t.keys.codes}</h3>
        <dl class="keys-list" />
      </section>
    </div>
    <form method="dialog" class="keys-end">
      <label class="keys-switch">
        <input type="checkbox" data-keys-switch checked aria-describedby="keys-hint" />{' '}
        {t.keys.switch}
      </label>
      <p class="soft small" id="keys-hint">
        {t.keys.switchHint}
      </p>
      <a href={changeHref}>{t.ownKeys.link}</a>
      <Button kind="primary">{t.keys.close}</Button>
    </form>
  </dialog>
);

const KeyList = ({ t, rows }: { t: T; rows: readonly KeyRow[] }) => (
  <dl class="keys-list">
    {rows.map(({ act, keys }) => (
      <>
        <dt data-keys-of={act}>
          {keys.map((key) => (
            <>
              <Kbd>{shownKey(key)}</Kbd>{' '}
            </>
          ))}
        </dt>
        <dd>{t.keys.acts[act]}</dd>
      </>
    ))}
  </dl>
);

/** Where the details of one coding open: who, when, memo. */
export const CardPopover = ({ t }: { t: T }) => (
  <div
    class="coding-card"
    id="coding-card"
    popover="auto"
    role="dialog"
    aria-label={t.card.title}
  />
);
