import { FilterFields, type FilterPanel } from '../analysis/FilterFields.tsx';
import { pieces } from '../analysis/format.ts';
import type { Messages } from '../messages/index.ts';
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

export interface PatternFormProps {
  t: Messages;
  action: string;
  sentence: string;
  /** What stands in place of each word in braces. */
  controls: Readonly<Record<string, Content>>;
  /** What the page may be limited to, and is. */
  panel: FilterPanel;
  /** The address of the same page with the whole study. */
  clear: string;
  children?: Content;
}

/**
 * The sentence that says what is counted, with a control in place of each word in braces, and the part of the study that
 * is looked at. Works as a plain form; with script a change counts at once, and the address follows.
 */
export const PatternForm = ({
  t,
  action,
  sentence,
  controls,
  panel,
  clear,
  children,
}: PatternFormProps) => {
  const words = t.analysis.themes;
  return (
    <form
      class="count-form"
      method="get"
      action={action}
      hx-get={action}
      hx-trigger="change, submit"
      hx-target="#pattern"
      hx-select="#pattern"
      hx-swap="outerMorph"
      hx-push-url="true"
      hx-indicator="#counting"
    >
      <p class="count-sentence">
        {pieces(sentence).map((piece) => ('slot' in piece ? controls[piece.slot] : piece.words))}
      </p>
      {panel.only !== null && <p class="count-only">{panel.only}</p>}
      {children}
      <div class="count-more">
        <FilterFields t={t} {...panel} clear={clear} />
      </div>
      <div class="count-submit">
        <Button size="small">{words.update}</Button>
        <Waiting id="counting" label={words.waiting} />
      </div>
    </form>
  );
};
