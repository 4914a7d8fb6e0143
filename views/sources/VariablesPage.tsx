import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedText, type Errors, type Typed } from '../typed.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  Disclosure,
  EmptyState,
  PageHeader,
  Select,
  TextArea,
  TextInput,
} from '../ui/index.ts';

export interface VariableRow {
  id: number;
  name: string;
  type: 'text' | 'number' | 'date' | 'boolean' | 'list';
  options: readonly string[];
  /** Sources that have a value. */
  used: number;
}

interface Props {
  shell: ShellProps;
  projectId: number;
  variables: readonly VariableRow[];
  /** What could not be saved: which form, what was typed, and why. */
  failed: { form: string; typed: Typed; errors: Errors } | null;
}

/** What is said of sources that belong to no interview. */
export const VariablesPage = ({ shell, projectId, variables, failed }: Props) => {
  const t = shell.t.structure.variables;
  const base = `/projects/${projectId}/sources`;
  const action = `${base}/variables`;
  return (
    <Shell shell={shell} title={t.title} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[{ href: base, label: shell.t.sources.title }]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      {variables.length === 0 ? (
        <EmptyState title={t.none}>{t.noneStep}</EmptyState>
      ) : (
        <ul class="named-list">
          {variables.map((variable) => (
            <Variable
              shell={shell}
              action={`${action}/${variable.id}`}
              variable={variable}
              failed={failed}
            />
          ))}
        </ul>
      )}
      <NewVariable shell={shell} action={action} failed={failed?.form === action ? failed : null} />
    </Shell>
  );
};

const Variable = ({
  shell,
  action,
  variable,
  failed,
}: Pick<Props, 'shell' | 'failed'> & { action: string; variable: VariableRow }) => {
  const t = shell.t.structure.variables;
  const { name, type, options, used } = variable;
  const own = failed?.form === action ? failed : null;
  const typed = own && typedText(own.typed, 'name');
  return (
    <li class="named">
      <span class="named-name">{name}</span> <Badge>{t.used(used)}</Badge>{' '}
      <span class="soft small">
        {[t.types[type], options.join(', ')].filter(Boolean).join(': ')}
      </span>
      <Disclosure summary={t.change} open={own !== null}>
        <form class="row" method="post" action={action}>
          <TextInput
            name="name"
            id={`name-${variable.id}`}
            label={t.renameOf(name)}
            value={typed === null || typed === '' ? name : typed}
            error={own?.errors['name']}
            maxlength={100}
          />
          <Button size="small">{t.rename}</Button>
          <Button
            size="small"
            kind="danger"
            formaction={`${action}/remove`}
            aria-label={t.removeOf(name)}
          >
            {t.remove}
          </Button>
        </form>
      </Disclosure>
    </li>
  );
};

const NewVariable = ({
  shell,
  action,
  failed,
}: Pick<Props, 'shell' | 'failed'> & { action: string }) => {
  const t = shell.t.structure.variables;
  const typed = failed?.typed ?? {};
  const errors = failed?.errors ?? {};
  return (
    <section class="structure-part" aria-labelledby="new-variable">
      <h2 id="new-variable">{t.add}</h2>
      <form class="form" method="post" action={action}>
        <TextInput
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={typedText(typed, 'name')}
          error={errors['name']}
          maxlength={100}
        />
        <Select
          name="type"
          label={t.type}
          value={typedText(typed, 'type') || 'list'}
          options={Object.entries(t.types).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="options"
          label={t.options}
          hint={t.optionsHint}
          rows={4}
          value={typedText(typed, 'options')}
          error={errors['options']}
        />
        <Button icon="add">{t.add}</Button>
      </form>
    </section>
  );
};
