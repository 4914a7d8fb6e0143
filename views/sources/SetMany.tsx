import type { Messages } from '../messages/index.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import { Button, Disclosure, Select, TextInput } from '../ui/index.ts';

interface Props {
  t: Messages['structure']['many'];
  base: string;
  variables: readonly { id: number; name: string }[];
  typed: Typed;
  errors: Errors;
}

/** Says the same of the sources ticked in the list; ticks belong to this form by its id. */
export const SetMany = ({ t, base, variables, typed, errors }: Props) => (
  <Disclosure summary={t.title} open={Object.keys(errors).length > 0} class="structure-others">
    <form id="set-many" class="filters" method="post" action={`${base}/set`}>
      <Select
        name="variable"
        label={t.variable}
        value={typedText(typed, 'variable')}
        options={variables.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors['pick']}
      />
      <TextInput
        name="value"
        label={t.value}
        hint={t.valueHint}
        value={typedText(typed, 'value')}
        error={errors['value']}
      />
      <div class="filters-actions">
        <Button>{t.submit}</Button>
      </div>
    </form>
    <p class="soft small">{t.lead}</p>
  </Disclosure>
);
