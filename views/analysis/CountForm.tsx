import type { ShellProps } from '../layout/types.ts';
import { Button, Checkbox, Disclosure, Select, Waiting } from '../ui/index.ts';
import type { Content } from '../ui/index.ts';
import { themesHref, WHOLE } from './address.ts';
import { FilterFields, type FilterPanel } from './FilterFields.tsx';
import { pieces } from './format.ts';
import { RowFields } from './RowFields.tsx';
import { PLAIN_FACETS, type Choices, type Question } from './types.ts';

export interface CountFormProps {
  t: ShellProps['t'];
  projectId: number;
  choices: Choices;
  /** The minimum in force: the chosen one or the project's. */
  minCell: number;
  panel: FilterPanel;
  questions: readonly Question[];
  /** The codes, to pin. */
  codes: readonly { codeId: number; path: string }[];
  /** The columns of the table as it is, to order by. */
  columns: readonly { key: string; label: string }[];
}

type Options = readonly { value: string; label: string }[];

const Choose = (props: {
  name: string;
  label: string;
  value: string;
  options: Options;
  more?: readonly { label: string; options: Options }[] | undefined;
}) => {
  const option = ({ value, label }: { value: string; label: string }) => (
    <option value={value} selected={value === props.value}>
      {label}
    </option>
  );
  return (
    <select class="count-select" name={props.name} aria-label={props.label} autocomplete="off">
      {props.options.map(option)}
      {props.more
        ?.filter(({ options }) => options.length > 0)
        .map(({ label, options }) => (
          <optgroup label={label}>{options.map(option)}</optgroup>
        ))}
    </select>
  );
};

/**
 * The sentence that says what is counted; each choice in it can be changed. Works as a plain form; with script a change
 * counts at once, and the address follows.
 */
export const CountForm = (props: CountFormProps) => {
  const { t, projectId, choices, questions, panel } = props;
  const words = t.analysis.themes;
  const controls = controlsOf(props);
  return (
    <form
      class="count-form"
      method="get"
      action={themesHref(projectId)}
      hx-get={themesHref(projectId)}
      hx-trigger="change, submit"
      hx-target="#themes"
      hx-select="#themes"
      hx-swap="outerMorph"
      hx-push-url="true"
      hx-indicator="#counting"
    >
      <p class="count-sentence">
        {pieces(words.sentence).map((piece) =>
          'slot' in piece ? controls[piece.slot] : piece.words,
        )}
      </p>
      {panel.only !== null && <p class="count-only">{panel.only}</p>}
      <div class="count-more">
        {choices.over === 'asked' && questions.length > 0 && (
          <Questions words={words} questions={questions} chosen={choices.questions} />
        )}
        <FilterFields
          t={t}
          {...panel}
          clear={themesHref(projectId, { ...choices, filter: WHOLE })}
        />
        <RowFields {...props} />
        <Select
          name="picture"
          label={words.choices.picture}
          value={choices.picture}
          options={[...entries(t.analysis.pictures.kinds)]}
        />
      </div>
      <div class="count-submit">
        <Button size="small">{words.update}</Button>
        <Waiting id="counting" label={words.waiting} />
      </div>
    </form>
  );
};

/** The control for each word in braces. */
function controlsOf(props: CountFormProps): Record<string, Content> {
  const { t, choices, minCell } = props;
  const words = t.analysis.themes;
  const choose = (
    name: 'count' | 'over' | 'words' | 'own' | 'show',
    value: string,
    options: Options,
  ) => <Choose name={name} label={words.choices[name]} value={value} options={options} />;
  return {
    count: choose('count', choices.count, entries(words.count)),
    over: choose('over', choices.over, overOptions(props)),
    by: chooseBy(props, 'by'),
    and: chooseBy(props, 'and'),
    words: choose('words', choices.words, entries(words.words)),
    own: choose('own', choices.own ? '1' : '', [
      { value: '', label: words.withSubcodes },
      { value: '1', label: words.own },
    ]),
    show: choose('show', choices.show, entries(words.show)),
    minCell: (
      <input
        class="count-select count-number"
        type="number"
        name="minCell"
        min="0"
        max="100"
        value={String(minCell)}
        aria-label={words.choices.minCell}
        autocomplete="off"
      />
    ),
  };
}

function overOptions({ t, choices, questions }: CountFormProps): Options {
  const words = t.analysis.themes;
  const { count } = choices;
  const numbers = questions
    .filter(({ id }) => choices.questions.includes(id))
    .map(({ number }) => number);
  const countsPeople = count === 'respondents' || count === 'people';
  return [
    ...(countsPeople ? [{ value: 'everyone', label: words.everyone }] : []),
    { value: 'all', label: words.all[count] },
    { value: 'asked', label: words.asked[count](numbers) },
    { value: 'tied', label: words.tied[count] },
  ];
}

/** By what, or by what besides. */
function chooseBy({ t, choices, panel }: CountFormProps, name: 'by' | 'and') {
  const words = t.analysis.themes;
  const says = (label: string) => (name === 'by' ? label : words.and(label));
  const named = (prefix: string): Options =>
    panel.facets
      .filter(({ facet }) => facet.startsWith(prefix))
      .map(({ facet, label }) => ({ value: facet, label: says(label ?? '') }));
  return (
    <Choose
      name={name}
      label={words.choices[name]}
      value={choices[name] ?? ''}
      options={[
        ...(name === 'and' ? [{ value: '', label: words.alone }] : []),
        ...PLAIN_FACETS.map((facet) => ({ value: facet, label: says(words.by[facet]) })),
      ]}
      more={[
        { label: words.variables, options: named('variable-') },
        { label: words.documentVariables, options: named('document-') },
        { label: words.queries, options: named('query-') },
      ]}
    />
  );
}

const entries = (record: Readonly<Record<string, string>>): Options =>
  Object.entries(record).map(([value, label]) => ({ value, label }));

const Questions = ({
  words,
  questions,
  chosen,
}: {
  words: ShellProps['t']['analysis']['themes'];
  questions: readonly Question[];
  chosen: readonly number[];
}) => (
  <Disclosure summary={words.choices.questions} open={chosen.length > 0} class="count-questions">
    <fieldset>
      <legend class="field-hint">{words.choices.questionsHint}</legend>
      {questions.map(({ id, number, text }) => (
        <Checkbox
          id={`question-${id}`}
          name="question"
          value={id}
          checked={chosen.includes(id)}
          label={
            <>
              <b>{number}</b> {text}
            </>
          }
        />
      ))}
    </fieldset>
  </Disclosure>
);
