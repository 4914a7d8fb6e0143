import { raw } from 'hono/html';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, codeColourClass, FieldError, PageHeader } from '../ui/index.ts';
import { CodeSelect } from './CodeSelect.tsx';
import { escapeHtml } from './escape.ts';
import { ColourChoice } from './Fields.tsx';
import { codebookHref, type CodeView, type Errors } from './types.ts';

export type SeveralPageProps = {
  shell: ShellProps;
  projectId: number;
  codes: readonly CodeView[];
  chosen: ReadonlySet<number>;
  target: string;
  colour: string;
  errors: Errors;
};

/** Several codes moved, recoloured or deleted at once: choose them, then say what. */
export const SeveralPage = (props: SeveralPageProps) => {
  const { shell, projectId, codes, chosen, errors } = props;
  const t = shell.t.codebook;
  const words = t.several;
  const general = errors['code'] ?? errors[''];
  return (
    <Shell shell={shell} title={words.title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[{ href: codebookHref(projectId), label: t.title }]}
      />
      <PageHeader title={words.title} lead={words.lead} />
      <form method="post" action={codebookHref(projectId, '/several')} class="codebook-columns">
        <fieldset class="codebook-several" aria-describedby="field-code-error">
          <legend class="field-label">{words.which}</legend>
          {general !== undefined && <FieldError id="field-code">{general}</FieldError>}
          <ul>{raw(codes.map((code) => item(code, chosen.has(code.id))).join(''))}</ul>
        </fieldset>
        <div class="codebook-panel">
          <section aria-labelledby="several-move">
            <h2 id="several-move">{words.move}</h2>
            <CodeSelect
              name="target"
              label={t.move.under}
              empty={t.move.themes}
              value={props.target}
              error={errors['target'] ?? errors['name']}
              codes={codes}
            />
            <input type="hidden" name="place" value="into" />
            <div class="actions">
              <Button name="do" value="move">
                {words.moveSave}
              </Button>
            </div>
          </section>
          <section aria-labelledby="several-colour">
            <h2 id="several-colour">{t.colour}</h2>
            <ColourChoice t={t} value={props.colour} error={errors['colour']} />
            <div class="actions">
              <Button name="do" value="recolour">
                {words.recolour}
              </Button>
            </div>
          </section>
          <section aria-labelledby="several-delete">
            <h2 id="several-delete">{t.remove.title}</h2>
            <p class="soft">{words.deleteText}</p>
            <div class="actions">
              <Button kind="danger" name="do" value="delete">
                {words.delete}
              </Button>
            </div>
          </section>
        </div>
      </form>
    </Shell>
  );
};

/** One code to choose, as HTML by hand: there may be thousands. Names are escaped. */
function item(code: CodeView, isChosen: boolean): string {
  const depth = `depth-${Math.min(code.depth, 6)}`;
  return `<li class="${depth} ${codeColourClass(code.colourNumber)}"><label><input type="checkbox" name="code" value="${code.id}"${isChosen ? ' checked' : ''}><span class="swatch" aria-hidden="true"></span><span dir="auto">${escapeHtml(code.name)}</span></label></li>`;
}
