import { Checkbox, Disclosure, TextInput } from '../ui/index.ts';
import type { Messages } from '../messages/index.ts';
import type { FacetChoice, Filter } from './types.ts';

/** Choices of one list that are offered; those chosen are always among them. */
const OFFERED = 100;

/** What a page may be limited to, and is. */
export interface FilterPanel {
  filter: Filter;
  facets: readonly FacetChoice[];
  /** What it is limited to, in a sentence; null for the whole study. */
  only: string | null;
}

interface FilterProps extends FilterPanel {
  t: Messages;
  /** The address of the same page with the whole study. */
  clear: string;
}

/** Limits the table to part of the study. What is chosen stands in the sentence as well. */
export const FilterFields = (props: FilterProps) => {
  const { t, filter, facets, only, clear } = props;
  const words = t.analysis.themes.filter;
  return (
    <Disclosure summary={words.title} class="count-filter">
      <p class="field-hint">{words.hint}</p>
      <div class="count-facets">
        {facets
          .filter(({ columns }) => columns.length > 0)
          .map((facet) => (
            <FacetBox {...props} facet={facet} />
          ))}
      </div>
      <div class="count-dates">
        <TextInput name="from" type="date" label={words.from} value={filter.from} />
        <TextInput name="to" type="date" label={words.to} value={filter.to} />
      </div>
      {only !== null && <a href={clear}>{words.clear}</a>}
    </Disclosure>
  );
};

/** One list of what can be ticked. */
const FacetBox = ({ t, filter, facet }: FilterProps & { facet: FacetChoice }) => {
  const words = t.analysis.themes;
  const ticked = new Set(
    filter.only.filter((one) => one.facet === facet.facet).map(({ key }) => key),
  );
  const offered = facet.columns.filter(({ key }, at) => at < OFFERED || ticked.has(key));
  const hidden = facet.columns.length - offered.length;
  const name = nameOf(t, facet);
  return (
    <Disclosure
      summary={ticked.size > 0 ? `${name} (${ticked.size})` : name}
      open={ticked.size > 0}
      class="count-facet"
    >
      <fieldset>
        <legend class="visually-hidden">{name}</legend>
        {offered.map(({ key, label }, at) => (
          <Checkbox
            id={`only-${facet.facet}-${at}`}
            name="only"
            value={`${facet.facet}.${key}`}
            checked={ticked.has(key)}
            label={label}
          />
        ))}
        {hidden > 0 && <p class="field-hint">{words.filter.more(hidden)}</p>}
      </fieldset>
    </Disclosure>
  );
};

const nameOf = ({ analysis }: Messages, { facet, label }: FacetChoice): string => {
  if (label !== null && !facet.startsWith('query-')) return label;
  const names: Readonly<Record<string, string>> = analysis.themes.by;
  const name = label === null ? (names[facet] ?? facet) : analysis.queries.named(label);
  return name.charAt(0).toUpperCase() + name.slice(1);
};
