import { CELL_STATES } from '../../src/domain/framework/grid.ts';
import type { Messages } from '../messages/index.ts';
import { Button, Checkbox, Disclosure, Select } from '../ui/index.ts';
import { DEFAULTS, gridHref, queryOf } from './address.ts';
import type { Choices } from './types.ts';

export interface Named {
  id: number;
  name: string;
}

export interface OfferedCode {
  codeId: number;
  name: string;
  path: string;
  depth: number;
}

interface Props {
  t: Messages;
  projectId: number;
  choices: Choices;
  groups: readonly Named[];
  regions: readonly Named[];
  codes: readonly OfferedCode[];
  /** Columns at once. */
  most: number;
}

const DEEPEST = 4;

/** Narrows the grid by its address, so that Back and a bookmark work. */
export const GridFilters = (props: Props) => {
  const { t, projectId, choices } = props;
  const words = t.framework.filter;
  const options = (named: readonly Named[]) =>
    named.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      class="filters framework-filters"
      method="get"
      action={gridHref(projectId)}
      role="search"
      aria-label={words.label}
    >
      <Select
        name="group"
        label={words.group}
        value={choices.group ?? ''}
        empty={words.anyGroup}
        options={options(props.groups)}
      />
      <Select
        name="region"
        label={words.region}
        value={choices.region ?? ''}
        empty={words.anyRegion}
        options={options(props.regions)}
      />
      <Select
        name="state"
        label={words.state}
        value={choices.state ?? ''}
        empty={words.anyState}
        options={CELL_STATES.map((state) => ({ value: state, label: words.states[state] }))}
      />
      <div class="filters-actions">
        <Button>{words.apply}</Button>
        {queryOf({ ...choices, from: 0, page: 1 }).size > 0 && (
          <a href={gridHref(projectId, DEFAULTS)}>{words.clear}</a>
        )}
      </div>
      <CodeChoices {...props} />
    </form>
  );
};

const CodeChoices = ({ t, choices, codes, most }: Props) => {
  const words = t.framework.filter;
  return (
    <Disclosure
      class="framework-codes"
      summary={words.codes}
      open={choices.codes.length > 0 || choices.own}
    >
      <p class="soft small">{words.codesHint(most)}</p>
      <fieldset class="framework-code-list" tabindex={0}>
        <legend class="visually-hidden">{words.codes}</legend>
        {codes.map(({ codeId, name, path, depth }) => (
          <Checkbox
            id={`column-${codeId}`}
            class={`heat-depth-${Math.min(depth, DEEPEST)}`}
            name="code"
            value={codeId}
            checked={choices.codes.includes(codeId)}
            label={
              <span dir="auto" title={path}>
                {name}
              </span>
            }
          />
        ))}
      </fieldset>
      <Checkbox name="own" value="1" checked={choices.own} label={words.own} />
    </Disclosure>
  );
};
