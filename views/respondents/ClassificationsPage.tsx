import type { Messages } from '../messages/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  Disclosure,
  Notice,
  PageHeader,
  SectionHeader,
  Select,
  TextArea,
  TextInput,
} from '../ui/index.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';

export type ListName = 'groups' | 'regions' | 'variables';

interface Entry {
  id: number;
  name: string;
  /** Shown beside the name: how many have it, or what kind of value it takes. */
  note: string;
  /** Of a number: where its classes begin anew, as one types them. */
  bounds?: string | undefined;
}

interface Props {
  shell: ShellProps;
  base: string;
  lists: Record<ListName, readonly Entry[]>;
  /** What could not be saved: which form, what was typed, and why. */
  failed: { form: string; typed: Typed; errors: Errors } | null;
}

interface EntryProps {
  t: Messages;
  action: string;
  entry: Entry;
  failed: Props['failed'];
}

const NamedEntry = ({ t, action, entry, failed }: EntryProps) => {
  const c = t.respondents.classifications;
  const isFailed = failed?.form === action;
  const error = isFailed ? (failed.errors['name'] ?? failed.errors['']) : undefined;
  return (
    <li class="named">
      <span class="named-name">{entry.name}</span> <Badge>{entry.note}</Badge>
      <Disclosure summary={c.change} open={isFailed || failed?.form === `${action}/classes`}>
        <form class="row" method="post" action={action}>
          <TextInput
            name="name"
            id={`name${action.replaceAll('/', '-')}`}
            label={c.renameOf(entry.name)}
            value={isFailed ? typedText(failed.typed, 'name') : entry.name}
            error={error}
          />
          <Button size="small">{c.rename}</Button>
          <Button
            size="small"
            kind="danger"
            formaction={`${action}/remove`}
            aria-label={c.removeOf(entry.name)}
          >
            {c.remove}
          </Button>
        </form>
        {entry.bounds !== undefined && (
          <ClassesForm t={t} action={`${action}/classes`} entry={entry} failed={failed} />
        )}
      </Disclosure>
    </li>
  );
};

/** Where the classes of a number begin anew. */
const ClassesForm = ({ t, action, entry, failed }: EntryProps) => {
  const c = t.respondents.classifications;
  const isFailed = failed?.form === action;
  return (
    <form class="row" method="post" action={action}>
      <TextInput
        name="bounds"
        id={`bounds${action.replaceAll('/', '-')}`}
        label={c.classesOf(entry.name)}
        hint={c.classesHint}
        value={isFailed ? typedText(failed.typed, 'bounds') : entry.bounds}
        error={isFailed ? (failed.errors['bounds'] ?? failed.errors['']) : undefined}
      />
      <Button size="small">{c.saveClasses}</Button>
    </form>
  );
};

const NamedList = ({ shell, base, lists, failed, list }: Props & { list: ListName }) => {
  const t = shell.t.respondents.classifications;
  const action = `${base}/respondents/${list}`;
  const typed = failed?.form === action ? failed.typed : {};
  const errors = failed?.form === action ? failed.errors : {};
  return (
    <section aria-labelledby={list}>
      <SectionHeader title={t[list]} id={list} />
      {lists[list].length === 0 && <p class="soft">{t.none[list]}</p>}
      <ul class="named-list">
        {lists[list].map((entry) => (
          <NamedEntry t={shell.t} action={`${action}/${entry.id}`} entry={entry} failed={failed} />
        ))}
      </ul>
      <form class="stack" method="post" action={action}>
        <TextInput
          name="name"
          id={`new-${list}`}
          label={t.newName[list]}
          value={typedText(typed, 'name')}
          error={errors['name'] ?? errors['']}
        />
        {list === 'variables' && <VariableOptions {...{ shell, typed, errors }} />}
        <Button icon="add">{t.add[list]}</Button>
      </form>
    </section>
  );
};

const VariableOptions = ({
  shell,
  typed,
  errors,
}: {
  shell: ShellProps;
  typed: Typed;
  errors: Errors;
}) => {
  const t = shell.t.respondents.classifications;
  return (
    <>
      <Select
        name="type"
        label={t.type}
        value={typedText(typed, 'type')}
        options={Object.entries(t.types).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="options"
        label={t.options}
        hint={t.optionsHint}
        rows={3}
        value={typedText(typed, 'options')}
        error={errors['options']}
      />
    </>
  );
};

/** The lists that respondents are classified by, each with the form that adds to it. */
export const ClassificationsPage = (props: Props) => {
  const { shell, base, failed } = props;
  const t = shell.t.respondents;
  const isRemoval = failed !== null && failed.form.endsWith('/remove');
  return (
    <Shell shell={shell} title={t.classifications.title} current="respondents">
      <Breadcrumbs label={t.title} items={[{ href: `${base}/respondents`, label: t.title }]} />
      <PageHeader title={t.classifications.title} lead={t.classifications.lead} />
      {isRemoval && (
        <div role="alert">
          <Notice>{failed.errors['']}</Notice>
        </div>
      )}
      <div class="classifications">
        <NamedList {...props} list="groups" />
        <NamedList {...props} list="regions" />
        <NamedList {...props} list="variables" />
      </div>
    </Shell>
  );
};
