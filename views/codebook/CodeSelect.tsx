import { raw } from 'hono/html';
import { Field, fieldAids, type FieldText } from '../ui/index.ts';
import { escapeHtml } from './escape.ts';
import type { CodeView } from './types.ts';

/** One of the codes by its path, or none. Its options are written by hand, since there may be thousands. */
export const CodeSelect = (
  props: FieldText & { codes: readonly CodeView[]; empty: string; value: string },
) => {
  const { codes, empty, value, ...text } = props;
  const options = codes.map(
    ({ id, path }) =>
      `<option value="${id}"${String(id) === value ? ' selected' : ''}>${escapeHtml(path)}</option>`,
  );
  return (
    <Field {...text}>
      <select class="input" name={text.name} {...fieldAids(text)}>
        <option value="">{empty}</option>
        {raw(options.join(''))}
      </select>
    </Field>
  );
};
