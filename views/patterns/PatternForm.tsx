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

/** What the form of a page of patterns needs besides its own choices. */
export interface PatternPanel extends FilterPanel {
  /** The minimum in force, the project's own, and the least that a file to be shared is protected by. */
  minCell: number;
  projectMinCell: number;
  shareMinCell: number;
}

export interface PatternFormProps {
  t: Messages;
  action: string;
  sentence: string;
  /** What stands in place of each word in braces. */
  controls: Readonly<Record<string, Content>>;
  /** What the page may be limited to, and is. */
  panel: FilterPanel | PatternPanel;
  /** The address of the same page with the whole study. */
  clear: string;
  children?: Content;
}

const Sentence = (props: { text: string; controls: Readonly<Record<string, Content>> }) => (
  <>
    {pieces(props.text).map((piece) =>
      'slot' in piece ? props.controls[piece.slot] : piece.words,
    )}
  </>
);

/** How small groups are protected, which can be changed as on the table of themes. */
const Hides = ({ t, minCell }: { t: Messages; minCell: number }) => (
  <>
    {' '}
    <Sentence
      text={t.patterns.hides}
      controls={{
        minCell: (
          <input
            class="count-select count-number"
            type="number"
            name="minCell"
            min="0"
            max="100"
            value={String(minCell)}
            aria-label={t.analysis.themes.choices.minCell}
            autocomplete="off"
          />
        ),
      }}
    />
  </>
);

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
        <Sentence text={sentence} controls={controls} />
        {'minCell' in panel && <Hides t={t} minCell={panel.minCell} />}
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
