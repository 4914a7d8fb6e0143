import { fill } from '../../src/domain/text/fill.ts';
import {
  choosesTurns,
  isFiltered,
  type Filter,
  type ShownCounts,
} from '../../src/domain/workbench/filter.ts';
import { Button, Checkbox } from '../ui/index.ts';
import type { FilterView, T } from './types.ts';

type Props = { t: T; colourNames: Readonly<Record<number, string>>; view: FilterView };

interface Choice {
  value: string | number;
  label: string;
  /** In the middle of a sentence: "theme Visibility". */
  says: string;
}

interface Field {
  name: 'colour' | 'coder' | 'question' | 'speaker';
  label: string;
  choices: readonly Choice[];
}

/** What one is chosen of. Codes may be several; they and what is on or off are boxes. */
function fieldsOf({ t, colourNames, view }: Props): Field[] {
  const { says } = t.filter;
  return [
    {
      name: 'colour',
      label: t.filter.colour,
      choices: view.colours.map((colour) => {
        const label = colourNames[colour] ?? String(colour);
        return { value: colour, label, says: says.colour(label) };
      }),
    },
    {
      name: 'coder',
      label: t.filter.coder,
      choices: [
        { value: 'me', label: t.filter.mine, says: says.mine },
        ...view.coders.map(({ id, name }) => {
          const label = name === '' ? t.filter.nobody : name;
          return { value: id, label, says: says.coder(label) };
        }),
      ],
    },
    {
      name: 'question',
      label: t.filter.question,
      choices: view.questions.map(({ number, text }) => ({
        value: number,
        label: text === '' ? number : `${number} · ${text}`,
        says: says.question(number),
      })),
    },
    {
      name: 'speaker',
      label: t.filter.speaker,
      choices: view.speakers.map((label) => ({ value: label, label, says: says.speaker(label) })),
    },
  ];
}

interface CodeChoice extends Choice {
  /** 0 for a theme. */
  depth: number;
}

function codesOf({ t, view: { codes, filter } }: Props): CodeChoice[] {
  const { says } = t.filter;
  const choices = codes.map(({ id, path, parentId }) => ({
    value: id,
    label: path.at(-1) ?? '',
    depth: path.length - 1,
    says: parentId === null ? says.theme(path.join(' › ')) : says.code(path.join(' › ')),
  }));
  const gone = filter.under.filter((id) => !codes.some((code) => code.id === id));
  const { gone: label } = t.filter;
  return [...choices, ...gone.map((value) => ({ value, label, says: label, depth: 0 }))];
}

/** The codebook as boxes: any of those that are ticked. */
const Codes = (props: Props) => {
  const { t, view } = props;
  const choices = codesOf(props);
  if (choices.length === 0) return null;
  return (
    <fieldset class="filter-codes">
      <legend>{t.filter.under}</legend>
      <p class="soft small" id="filter-codes-hint">
        {t.filter.underHint}
      </p>
      <div
        class="filter-codes-list"
        role="group"
        tabindex={0}
        data-own-arrows
        aria-label={t.filter.under}
        aria-describedby="filter-codes-hint"
      >
        {choices.map(({ value, label, says, depth }) => (
          <label class={`filter-code depth-${Math.min(depth, 4)}`}>
            <input
              type="checkbox"
              name="under"
              value={value}
              checked={view.filter.under.includes(Number(value))}
              data-says={says}
            />{' '}
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** What may be filtered. Sent as an address without script; with it each choice acts at once (`src/client/filter.ts`). */
export const FilterMenu = (props: Props) => {
  const { t, view } = props;
  const { filter } = view;
  return (
    <details class="bench-menu" data-menu>
      <summary class="button button-small">{t.filter.open}</summary>
      <form class="bench-panel" id="filter" method="get" aria-label={t.filter.title}>
        <p class="soft small">{t.filter.lead}</p>
        <Codes {...props} />
        {fieldsOf(props)
          .filter(({ name, choices }) => choices.length > 0 || filter[name] !== null)
          .map((field) => (
            <label class="bench-field">
              <span>{field.label}</span>
              <select class="input" name={field.name}>
                <option value="">{t.filter.any}</option>
                {field.choices.map(({ value, label, says }) => (
                  <option
                    value={String(value)}
                    data-says={says}
                    selected={String(filter[field.name]) === String(value)}
                  >
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ))}
        <Checkbox
          name="report"
          value="1"
          label={t.filter.report}
          checked={filter.report}
          data-says={t.filter.says.report}
        />
        <Checkbox
          name="uncoded"
          value="1"
          label={t.filter.uncoded}
          hint={t.filter.uncodedHint}
          checked={filter.uncoded}
          data-says={t.filter.says.uncoded}
        />
        <div class="bench-panel-end">
          <Button kind="primary" size="small" class="no-script">
            {t.filter.apply}
          </Button>
          <a class="button button-quiet button-small" href="?" data-filter="">
            {t.filter.clear}
          </a>
        </div>
      </form>
    </details>
  );
};

/** "12 of 84 codings shown: theme Visibility, only mine", with the way back to everything. */
export const FilterLine = (props: Props) => {
  const { t, view } = props;
  return (
    <p class="filter-line" id="filter-line" hidden={!isFiltered(view.filter)}>
      <span id="filter-says">
        {isFiltered(view.filter) ? sentence(t, view.filter, view.counts, saysOf(props)) : ''}
      </span>{' '}
      <a href="?" data-filter="">
        {t.filter.clear}
      </a>
    </p>
  );
};

function saysOf(props: Props): string {
  const { t, view } = props;
  const { filter } = view;
  const codes = codesOf(props)
    .filter(({ value }) => filter.under.includes(Number(value)))
    .map(({ says }) => says)
    .reduce(
      (first, second) => (first === '' ? second : fill(t.browser.eitherOr, { first, second })),
      '',
    );
  const chosen = fieldsOf(props).flatMap(
    ({ name, choices }) =>
      choices.find(({ value }) => String(value) === String(view.filter[name]))?.says ?? [],
  );
  return [
    codes,
    ...chosen,
    filter.report ? t.filter.says.report : '',
    filter.uncoded ? t.filter.says.uncoded : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function sentence(t: T, filter: Filter, counts: ShownCounts, what: string): string {
  const { shownCodings, shownTurns, shownBoth } = t.browser;
  const words = filter.uncoded ? shownTurns : choosesTurns(filter) ? shownBoth : shownCodings;
  return fill(words, { ...counts, what });
}
