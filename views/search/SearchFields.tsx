import type { Messages } from '../messages/index.ts';
import {
  Button,
  Checkbox,
  Disclosure,
  Field,
  Icon,
  RadioGroup,
  Select,
  TextInput,
  Waiting,
  fieldAids,
} from '../ui/index.ts';
import type { Choices, Results, SearchForm } from './types.ts';

type T = Messages['search'];
type Props = { t: T; action: string; form: SearchForm; choices: Choices; results: Results };

/** What to look for, where, and how narrowly. Everything in it stands in the address. */
export const SearchFields = (props: Props) => {
  const { t, action, form, results } = props;
  const error = results.state === 'problem' ? <Problem t={t} problem={results} /> : undefined;
  const text = { name: 'q', label: t.form.text, hint: t.form.hint, error };
  return (
    <form class="search-form" method="get" action={action} role="search" data-waits>
      <Field {...text}>
        <div class="search-line">
          <input
            class="input"
            type="search"
            name="q"
            value={form.text}
            dir="auto"
            maxlength={1000}
            autofocus={form.text === '' || error !== undefined}
            data-page-key="/"
            {...fieldAids(text)}
          />
          <Button kind="primary" icon="search">
            {t.form.submit}
          </Button>
        </div>
      </Field>
      <Where {...props} />
      <div class="search-forms">
        <Checkbox name="case" value="1" label={t.form.cased} checked={form.isCased} />
        <Checkbox name="accents" value="1" label={t.form.accents} checked={form.hasAccents} />
      </div>
      <Narrowing {...props} />
      <div class="row">
        <a class="search-help" href="/help/search">
          {t.form.how} <Icon name="arrow" />
        </a>
        <Waiting label={t.form.waiting} />
      </div>
    </form>
  );
};

/** What is wrong, and where in what was typed. */
const Problem = ({ t, problem }: { t: T; problem: Extract<Results, { state: 'problem' }> }) => (
  <>
    {problem.sentence}
    {problem.place !== null && (
      <span class="search-problem" dir="auto">
        {t.form.here} {problem.place.before}
        <mark>{problem.place.here}</mark>
        {problem.place.after}
      </span>
    )}
  </>
);

const Where = ({ t, action, form }: Props) =>
  form.source === null ? (
    <RadioGroup
      name="in"
      label={t.form.where}
      value={form.where}
      options={Object.entries(t.form.places).map(([value, label]) => ({ value, label }))}
    />
  ) : (
    <p class="row">
      <input type="hidden" name="source" value={String(form.source.id)} />
      <span>{t.form.inSource(form.source.name)}</span>
      <a href={`${action}?q=${encodeURIComponent(form.text)}`}>{t.form.allSources}</a>
    </p>
  );

/** What the search is narrowed to, in words; what the address names and is not there is a question mark. */
function chosenIn({ t, form, choices }: Pick<Props, 't' | 'form' | 'choices'>): string[] {
  const { voices, codedAs } = t.form;
  const name = (list: readonly { id: number; name: string }[], id: number | undefined) =>
    id === undefined ? null : (list.find((one) => one.id === id)?.name ?? '?');
  const word = (of: Record<string, string>, value: string | undefined) =>
    value === undefined ? null : (of[value] ?? null);
  return [
    name(choices.groups, form.group),
    name(choices.regions, form.region),
    word(voices, form.voice),
    form.speaker ?? null,
    name(choices.questions, form.question),
    word(codedAs, form.coded),
    name(choices.codes, form.code),
  ].filter((one) => one !== null);
}

const Narrowing = ({ t, action, form, choices }: Props) => {
  const { group, region, question, voice, speaker, coded, code } = form;
  const set = chosenIn({ t, form, choices });
  const words = (of: Record<string, string>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  const named = (list: readonly { id: number; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const some = t.form;
  return (
    <Disclosure
      summary={set.length === 0 ? some.narrow : some.narrowed(set.join(' · '))}
      class="search-narrow"
    >
      <p class="soft small">{some.narrowHint}</p>
      <div class="search-filters">
        <Select
          {...{ name: 'group', label: some.group, empty: some.anyGroup, value: group }}
          options={named(choices.groups)}
        />
        <Select
          {...{ name: 'region', label: some.region, empty: some.anyRegion, value: region }}
          options={named(choices.regions)}
        />
        <Select
          {...{ name: 'voice', label: some.voice, empty: some.anyVoice, value: voice }}
          options={words(some.voices)}
        />
        <TextInput
          {...{
            name: 'speaker',
            label: some.speaker,
            placeholder: some.speakerHint,
            value: speaker,
          }}
          list="search-speakers"
          autocomplete="off"
        />
        <Select
          {...{ name: 'question', label: some.question, empty: some.anyQuestion, value: question }}
          options={named(choices.questions)}
        />
        <Select
          {...{ name: 'coded', label: some.coded, empty: some.anyCoded, value: coded }}
          options={words(some.codedAs)}
        />
        <Select
          {...{ name: 'code', label: some.code, empty: some.anyCode, value: code }}
          options={named(choices.codes)}
        />
      </div>
      <datalist id="search-speakers">
        {choices.speakers.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      {set.length > 0 && <a href={`${action}?q=${encodeURIComponent(form.text)}`}>{some.clear}</a>}
    </Disclosure>
  );
};
