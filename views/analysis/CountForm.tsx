import type { ShellProps } from '../layout/types.ts';
import { Button, Checkbox, Disclosure, Waiting } from '../ui/index.ts';
import type { Content } from '../ui/index.ts';
import { themesHref } from './address.ts';
import { pieces } from './format.ts';
import type { Choices, Question, Variable } from './types.ts';

export interface CountFormProps {
  t: ShellProps['t'];
  projectId: number;
  choices: Choices;
  /** The minimum in force: the chosen one or the project's. */
  minCell: number;
  variables: readonly Variable[];
  documentVariables: readonly Variable[];
  questions: readonly Question[];
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
  const { t, projectId, choices, minCell, variables, documentVariables, questions } = props;
  const words = t.analysis.themes;
  const numbers = questions
    .filter(({ id }) => choices.questions.includes(id))
    .map(({ number }) => number);
  const choose = (
    name: 'count' | 'over' | 'by' | 'words' | 'own' | 'show',
    value: string,
    options: Options,
  ) => <Choose name={name} label={words.choices[name]} value={value} options={options} />;
  const controls: Record<string, Content> = {
    count: choose('count', choices.count, entries(words.count)),
    over: choose('over', choices.over, [
      { value: 'all', label: words.all[choices.count] },
      { value: 'asked', label: words.asked[choices.count](numbers) },
    ]),
    by: (
      <Choose
        name="by"
        label={words.choices.by}
        value={choices.by}
        options={entries(words.by)}
        more={[
          { label: words.variables, options: named('variable', variables) },
          { label: words.documentVariables, options: named('document', documentVariables) },
        ]}
      />
    ),
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
      {choices.over === 'asked' && questions.length > 0 && (
        <Questions words={words} questions={questions} chosen={choices.questions} />
      )}
      <div class="count-submit">
        <Button size="small">{words.update}</Button>
        <Waiting id="counting" label={words.waiting} />
      </div>
    </form>
  );
};

const named = (what: 'variable' | 'document', variables: readonly Variable[]): Options =>
  variables.map(({ id, name }) => ({ value: `${what}-${id}`, label: name }));

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
