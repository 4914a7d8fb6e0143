import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Offered } from '../search/Offered.tsx';
import type { Offers } from '../search/coding.ts';
import {
  Breadcrumbs,
  Button,
  Notice,
  PageHeader,
  RadioGroup,
  Select,
  TextInput,
  Waiting,
} from '../ui/index.ts';

/** What is to be coded with what, as typed. */
export interface BulkForm {
  by: 'speaker' | 'question' | 'words';
  /** Ids, or empty. */
  speaker: string;
  question: string;
  words: string;
  scope: 'source' | 'project';
  /** The code's path. */
  code: string;
}

interface Choice {
  id: number;
  label: string;
}

type Props = {
  shell: ShellProps;
  projectId: number;
  source: { name: string; href: string };
  choices: { speakers: readonly Choice[]; questions: readonly Choice[] };
  /** Paths of those that can be applied. */
  codes: readonly string[];
  form: BulkForm;
  /** null before a code is chosen. */
  offers: Offers | null;
  errors: Readonly<Record<string, string>>;
};

/** Codes many passages at once: first which and what with, then a look at each, then all as one change. */
export const BulkPage = (props: Props) => {
  const { shell, projectId, source, form, offers, errors } = props;
  const t = shell.t.codings.bulk;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs label={t.title} items={[{ href: source.href, label: source.name }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      <Chooser {...props} />
      {offers !== null && (
        <Offered
          t={shell.t.search}
          action={`${source.href}/code-many`}
          hidden={{ ...form, code: offers.code }}
          offers={offers}
          none={t.none}
        />
      )}
      {offers !== null && <LeftOut t={shell.t} projectId={projectId} n={offers.withdrawn} />}
    </Shell>
  );
};

const Chooser = ({ shell, source, choices, codes, form, errors }: Props) => {
  const t = shell.t.codings.bulk;
  const options = (all: readonly Choice[]) => all.map(({ id, label }) => ({ value: id, label }));
  return (
    <form class="search-form" method="get" action={`${source.href}/code-many`} data-waits>
      <RadioGroup
        name="by"
        label={t.by}
        look="list"
        value={form.by}
        options={Object.entries(t.bys).map(([value, label]) => ({ value, label }))}
      />
      <div class="bulk-which">
        <Select
          name="speaker"
          label={t.speaker}
          empty={choices.speakers.length === 0 ? t.noSpeakers : t.choose}
          value={form.speaker}
          options={options(choices.speakers)}
          error={errors['speaker']}
        />
        <Select
          name="question"
          label={t.question}
          empty={choices.questions.length === 0 ? t.noQuestions : t.choose}
          value={form.question}
          options={options(choices.questions)}
          error={errors['question']}
        />
        <TextInput
          name="words"
          label={t.words}
          hint={t.wordsHint}
          value={form.words}
          autocomplete="off"
          error={errors['words']}
        />
      </div>
      <RadioGroup
        name="scope"
        label={t.scope}
        value={form.scope}
        options={Object.entries(t.scopes).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        name="code"
        label={shell.t.search.coding.code}
        hint={shell.t.search.coding.codeHint}
        value={form.code}
        error={errors['code']}
        list="codes"
        autocomplete="off"
        required
      />
      <datalist id="codes">
        {codes.map((path) => (
          <option value={path} />
        ))}
      </datalist>
      <div class="row">
        <Button>{shell.t.search.coding.preview}</Button>
        <Waiting label={shell.t.search.form.waiting} />
      </div>
    </form>
  );
};
