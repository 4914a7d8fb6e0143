import type { Messages } from '../messages/index.ts';
import { Button, TextArea, TextInput } from '../ui/index.ts';
import { CodeSelect } from './CodeSelect.tsx';
import { codebookHref, type CodeView, type Errors } from './types.ts';

/** What was typed into the form for a new code. */
export interface NewCodeView {
  name: string;
  definition: string;
  /** Id of the parent as typed; empty for a theme. */
  parent: string;
}

/** A new theme, or a sub-code of `under`. */
export const AddForm = (props: {
  t: Messages['codebook'];
  optional: string;
  projectId: number;
  codes: readonly CodeView[];
  /** The code it stands under; null lets one choose. */
  under: CodeView | null;
  values: NewCodeView;
  errors: Errors;
  /** Apart from other forms of the page with the same fields. */
  prefix: string;
}) => {
  const { t, under, values, errors, prefix } = props;
  return (
    <form class="form" method="post" action={codebookHref(props.projectId)}>
      <TextInput
        name="name"
        id={`${prefix}-name`}
        label={t.name}
        value={values.name}
        error={errors['name']}
        required
        autocomplete="off"
      />
      <TextArea
        name="definition"
        id={`${prefix}-definition`}
        label={t.definition}
        optional={props.optional}
        value={values.definition}
        error={errors['definition']}
        rows={2}
      />
      {under !== null ? (
        <>
          <input type="hidden" name="parent" value={under.id} />
          <input type="hidden" name="page" value="code" />
        </>
      ) : (
        props.codes.length > 0 && (
          <CodeSelect
            name="parent"
            id={`${prefix}-parent`}
            label={t.add.under}
            empty={t.add.noParent}
            value={values.parent}
            error={errors['parent']}
            codes={props.codes}
          />
        )
      )}
      <div class="actions">
        <Button kind={under === null ? 'primary' : 'plain'} icon="add">
          {t.add.save}
        </Button>
      </div>
    </form>
  );
};
