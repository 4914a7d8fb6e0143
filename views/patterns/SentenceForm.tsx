import { pieces } from '../analysis/format.ts';
import { Button, Waiting, type Content } from '../ui/index.ts';

export type Options = readonly { value: string; label: string }[];

/** One word of the sentence that can be changed. */
export const Choose = (props: { name: string; label: string; value: string; options: Options }) => (
  <select class="count-select" name={props.name} aria-label={props.label} autocomplete="off">
    {props.options.map(({ value, label }) => (
      <option value={value} selected={value === props.value}>
        {label}
      </option>
    ))}
  </select>
);

export const optionsOf = (record: Readonly<Record<string, string>>): Options =>
  Object.entries(record).map(([value, label]) => ({ value, label }));

/**
 * The sentence that says what is counted, with a control in place of each word in braces. Works as a plain form; with
 * script a change counts at once, and the address follows.
 */
export const SentenceForm = (props: {
  action: string;
  sentence: string;
  controls: Readonly<Record<string, Content>>;
  update: string;
  waiting: string;
  children?: Content;
}) => (
  <form
    class="count-form"
    method="get"
    action={props.action}
    hx-get={props.action}
    hx-trigger="change, submit"
    hx-target="#pattern"
    hx-select="#pattern"
    hx-swap="outerMorph"
    hx-push-url="true"
    hx-indicator="#counting"
  >
    <p class="count-sentence">
      {pieces(props.sentence).map((piece) =>
        'slot' in piece ? props.controls[piece.slot] : piece.words,
      )}
    </p>
    {props.children}
    <div class="count-submit">
      <Button size="small">{props.update}</Button>
      <Waiting id="counting" label={props.waiting} />
    </div>
  </form>
);
