import { STOP_WORD_LANGUAGES } from '../../src/domain/patterns/index.ts';
import type { Variable } from '../analysis/types.ts';
import { Hidden } from '../analysis/Hidden.tsx';
import { WHOLE } from '../analysis/address.ts';
import type { ShellProps } from '../layout/types.ts';
import { Checkbox, DataTable, type Column } from '../ui/index.ts';
import { patternHref, wordsHref } from './address.ts';
import { byOptions } from './by.ts';
import { PatternShell } from './PatternShell.tsx';
import { Choose, optionsOf, PatternForm, type PatternPanel } from './PatternForm.tsx';
import type { WordChoices } from './types.ts';

export interface WordLine {
  word: string;
  cells: readonly (number | null)[];
  total: number | null;
}

export interface WordsPageProps {
  shell: ShellProps;
  projectId: number;
  panel: PatternPanel;
  choices: WordChoices;
  variables: readonly Variable[];
  columns: readonly { key: string; label: string; words: number }[];
  words: number;
  distinct: number;
  lines: readonly WordLine[];
  minCell: number;
  leftOut: { withdrawn: number; debriefs: number };
}

export const MOST = [50, 100, 200] as const;

/** Which words were said most, by whom; each leads to where it was said. */
export const WordsPage = (props: WordsPageProps) => {
  const { shell, projectId, choices, lines, minCell, leftOut } = props;
  const { t } = shell;
  const words = t.patterns.words;
  const number = (value: number | null) => (value === null ? <Hidden t={t} /> : value);
  const columns: Column<WordLine>[] = [
    {
      key: 'word',
      label: words.word,
      cell: ({ word }) => (
        <a href={`/projects/${projectId}/search?q=${encodeURIComponent(`"${word}"`)}`} dir="auto">
          {word}
        </a>
      ),
    },
    ...props.columns.map((column, at): Column<WordLine> => ({
      key: `column ${column.key}`,
      label: column.label,
      note: words.inAll(column.words),
      numeric: true,
      cell: ({ cells }) => number(cells[at] ?? null),
    })),
    {
      key: 'total',
      label: t.analysis.themes.total,
      note: words.inAll(props.words),
      numeric: true,
      cell: ({ total }) => number(total),
    },
  ];
  return (
    <PatternShell
      {...{ shell, projectId }}
      panel={props.panel}
      tab="words"
      withdrawn={leftOut.withdrawn}
      missing={lines.length === 0 ? 'noText' : null}
      form={<WordsForm {...props} />}
      downloads={[{ href: wordsHref(projectId, choices, '.csv'), label: t.patterns.csv }]}
      notes={[
        words.notes(lines.length, props.distinct),
        words.joint,
        minCell > 1 && t.patterns.protection(minCell),
        leftOut.debriefs > 0 && t.patterns.debriefs(leftOut.debriefs),
      ]}
    >
      <DataTable
        caption={words.title}
        label={words.title}
        hideCaption
        sticky
        columns={columns}
        rows={lines}
      />
    </PatternShell>
  );
};

const WordsForm = ({ shell, projectId, panel, choices, variables }: WordsPageProps) => {
  const { t } = shell;
  const words = t.patterns.words;
  return (
    <PatternForm
      t={t}
      panel={panel}
      clear={wordsHref(projectId, { ...choices, filter: WHOLE })}
      action={patternHref(projectId, 'words')}
      sentence={words.sentence}
      controls={{
        most: (
          <Choose
            name="most"
            label={words.choices.most}
            value={String(choices.most)}
            options={MOST.map((most) => ({ value: String(most), label: String(most) }))}
          />
        ),
        words: (
          <Choose
            name="words"
            label={t.analysis.themes.choices.words}
            value={choices.words}
            options={optionsOf(t.analysis.themes.words)}
          />
        ),
        by: (
          <Choose
            name="by"
            label={t.analysis.themes.choices.by}
            value={choices.by}
            options={byOptions(t, variables)}
          />
        ),
      }}
    >
      <fieldset class="words-without">
        <legend>{words.choices.without}</legend>
        {/* With none ticked the address would say nothing, and nothing means all. */}
        <input type="hidden" name="without" value="none" />
        {STOP_WORD_LANGUAGES.map((language) => (
          <Checkbox
            id={`without-${language}`}
            name="without"
            value={language}
            checked={choices.languages.includes(language)}
            label={words.languages[language]}
          />
        ))}
      </fieldset>
    </PatternForm>
  );
};
