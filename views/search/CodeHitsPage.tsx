import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import {
  Badge,
  Button,
  Checkbox,
  EmptyState,
  Notice,
  PageHeader,
  RadioGroup,
  TextInput,
  Waiting,
} from '../ui/index.ts';
import type { CodingForm, OfferedPassage, Offers } from './coding.ts';

type Props = {
  shell: ShellProps;
  projectId: number;
  /** The results. */
  back: string;
  form: CodingForm;
  /** null before a code is chosen. */
  offers: Offers | null;
  errors: Readonly<Record<string, string>>;
};

/** Codes everything that a search finds: first what with, then a look at each passage, then all at once. */
export const CodeHitsPage = ({ shell, projectId, back, form, offers, errors }: Props) => {
  const t = shell.t.search;
  const action = `/projects/${projectId}/search/code`;
  return (
    <Shell shell={shell} title={t.coding.title} current="search">
      <PageHeader title={t.coding.title} lead={t.coding.lead(form.says)} />
      <p>
        <a href={back}>{t.coding.back}</a>
      </p>
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      <Chooser t={t} action={action} form={form} error={errors['code']} />
      {offers !== null && <Preview t={t} action={action} form={form} offers={offers} />}
      {offers !== null && <LeftOut t={shell.t} projectId={projectId} n={offers.withdrawn} />}
    </Shell>
  );
};

type T = Messages['search'];

const Chooser = (props: { t: T; action: string; form: CodingForm; error: string | undefined }) => {
  const { t, action, form, error } = props;
  return (
    <form class="search-form" method="get" action={action} data-waits>
      <input type="hidden" name="search" value={form.search} />
      <TextInput
        {...{
          name: 'code',
          label: t.coding.code,
          hint: t.coding.codeHint,
          value: form.code,
          error,
        }}
        list="codes"
        autocomplete="off"
        autofocus={form.code === '' || error !== undefined}
      />
      <datalist id="codes">
        {form.codes.map((path) => (
          <option value={path} />
        ))}
      </datalist>
      <RadioGroup
        name="mark"
        label={t.coding.mark}
        value={form.mark}
        options={Object.entries(t.coding.marks).map(([value, label]) => ({ value, label }))}
      />
      <div class="row">
        <Button>{t.coding.preview}</Button>
        <Waiting label={t.form.waiting} />
      </div>
    </form>
  );
};

const Preview = (props: { t: T; action: string; form: CodingForm; offers: Offers }) => {
  const { t, action, form, offers } = props;
  const fresh = offers.passages.filter(({ already }) => already === null).length;
  if (offers.passages.length === 0)
    return <EmptyState title={t.results.none}>{t.coding.none}</EmptyState>;
  return (
    <form class="found" method="post" action={action} aria-labelledby="offered" data-once>
      <input type="hidden" name="search" value={form.search} />
      <input type="hidden" name="code" value={offers.code} />
      <input type="hidden" name="mark" value={form.mark} />
      <h2 id="offered">{t.coding.offered(fresh, offers.code)}</h2>
      <p class="soft">{t.coding.coded(offers.passages.length - fresh)}</p>
      {offers.more !== null && <Notice>{offers.more}</Notice>}
      <div class="coding-bar">
        <div class="choice needs-script">
          <input type="checkbox" id="pick-all" data-pick-all checked={fresh > 0} />
          <label class="choice-text" for="pick-all">
            {t.coding.all}
          </label>
        </div>
        <Button kind="primary">{t.coding.submit}</Button>
        <span class="soft" role="status" data-picked={t.coding.chosen} />
      </div>
      {bySource(offers.passages).map(([source, passages], n) => (
        <section class="found-group" aria-labelledby={`offered-${n}`}>
          <h3 class="found-title" id={`offered-${n}`}>
            {source}
            <span class="found-note">{t.results.found(passages.length)}</span>
          </h3>
          <ul class="found-list">
            {passages.map((passage) => (
              <Offered t={t} passage={passage} />
            ))}
          </ul>
        </section>
      ))}
    </form>
  );
};

const Offered = ({ t, passage }: { t: T; passage: OfferedPassage }) => {
  const { pick, before, match, after, speaker, already, isPicked, href } = passage;
  return (
    <li class="found-passage coding-offer">
      <Checkbox
        name="pick"
        id={`pick-${pick.replaceAll('.', '-')}`}
        value={pick}
        checked={isPicked}
        disabled={already === 'same'}
        label={
          <span class="kwic" dir="auto">
            {before}
            <mark>{match}</mark>
            {after}
          </span>
        }
      />
      <p class="found-label">
        {speaker !== null && <span dir="auto">{speaker} · </span>}
        {already !== null && <Badge>{t.coding.already[already]}</Badge>}{' '}
        <a href={href} aria-label={t.coding.open(match.slice(0, 80))}>
          {t.results.open}
        </a>
      </p>
    </li>
  );
};

function bySource(passages: readonly OfferedPassage[]): [string, OfferedPassage[]][] {
  const groups = new Map<number, [string, OfferedPassage[]]>();
  for (const passage of passages) {
    const group = groups.get(passage.sourceId);
    if (group) group[1].push(passage);
    else groups.set(passage.sourceId, [passage.source, [passage]]);
  }
  return [...groups.values()];
}
