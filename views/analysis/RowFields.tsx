import { Checkbox, Disclosure, Select } from '../ui/index.ts';
import { orderText } from './address.ts';
import type { CountFormProps } from './CountForm.tsx';

/** How the table lies: its order, what stands on top, which way round. */
export const RowFields = ({ t, choices, codes, columns, panel }: CountFormProps) => {
  const words = t.analysis.themes.rows;
  const pinned = new Set(choices.pins);
  const rows = new Set(choices.queryRows);
  const queries = panel.facets.find(({ facet }) => facet === 'found')?.columns ?? [];
  const orders = [
    ...(['tree', 'name', 'total'] as const).map((value) => ({ value, label: words.orders[value] })),
    ...columns.map(({ key, label }) => ({
      value: orderText({ by: 'column', key }),
      label: words.byColumn(label),
    })),
  ];
  return (
    <Disclosure summary={words.title} class="count-rows">
      <Select name="order" label={words.order} value={orderText(choices.order)} options={orders} />
      <Checkbox name="empty" value="hide" checked={choices.hideEmpty} label={words.empty} />
      <Checkbox name="turn" value="1" checked={choices.turn} label={words.turn} />
      <Checkbox
        name="interval"
        value="1"
        checked={choices.interval}
        label={words.interval}
        hint={words.intervalHint}
      />
      <Disclosure summary={words.pins} open={pinned.size > 0} class="count-facet">
        <fieldset>
          <legend class="visually-hidden">{words.pins}</legend>
          {codes
            .filter(({ codeId }) => codeId > 0)
            .map(({ codeId, path }) => (
              <Checkbox
                id={`pin-${codeId}`}
                name="pin"
                value={codeId}
                checked={pinned.has(codeId)}
                label={path}
              />
            ))}
        </fieldset>
      </Disclosure>
      {queries.length > 0 && (
        <Disclosure summary={words.queries} open={rows.size > 0} class="count-facet">
          <fieldset>
            <legend class="visually-hidden">{words.queries}</legend>
            {queries.map(({ key, label }) => (
              <Checkbox
                id={`row-${key}`}
                name="row"
                value={key}
                checked={rows.has(Number(key))}
                label={label}
              />
            ))}
          </fieldset>
        </Disclosure>
      )}
    </Disclosure>
  );
};
