import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KEYMAP } from '../../../src/domain/workbench/keymap.ts';
import { REGISTER_KEYS } from '../../../views/interviews/RegisterKeys.tsx';
import { messages } from '../../../views/messages/index.ts';

const guide = readFileSync(new URL('../../../docs/guide/keys.md', import.meta.url), 'utf8');
const lines = guide.split('\n');

it.each(KEYMAP)(
  'the guide lists the keys of “$act” with what the workbench says they do',
  ({ act, keys }) => {
    const says = messages('en').codings.keys.acts[act];
    const line = lines.find((one) => one.split('|')[2]?.trim() === says);
    expect(line, act).toBeDefined();
    for (const key of keys) expect(line).toContain(`\`${key.replace('Mod+', 'Ctrl+')}\``);
  },
);

it.each(REGISTER_KEYS)(
  'the guide lists the key %s of the register, as its own list does',
  (key) => {
    const says = messages('en').interviews.keys.acts[key];
    const line = lines.find(
      (one) => one.split('|')[2]?.trim() === says && one.includes(`\`${key}\``),
    );
    expect(line, key).toBeDefined();
  },
);
