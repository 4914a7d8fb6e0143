import type { Messages } from '../messages/index.ts';
import { Button, FieldError } from '../ui/index.ts';
import { CodeSelect } from './CodeSelect.tsx';
import { codebookHref, type CodeView, type Errors } from './types.ts';

/** Steps among the neighbours, and another parent; what the code cannot stand under is not offered. */
export const MoveForm = (props: {
  t: Messages['codebook'];
  projectId: number;
  codes: readonly CodeView[];
  code: CodeView;
  errors: Errors;
}) => {
  const { t, codes, code, errors } = props;
  const action = codebookHref(props.projectId, `/${code.id}/move`);
  const at = codes.findIndex((one) => one.id === code.id);
  const inside = new Set(codes.slice(at, at + 1 + code.below).map((one) => one.id));
  const siblings = codes.filter((one) => one.parentId === code.parentId);
  const isFirst = siblings[0]?.id === code.id;
  const isLast = siblings.at(-1)?.id === code.id;
  const general = errors[''] ?? errors['name'];
  return (
    <>
      <form class="actions" method="post" action={action}>
        <Button name="to" value="up" disabled={isFirst}>
          {t.move.up}
        </Button>
        <Button name="to" value="down" disabled={isLast}>
          {t.move.down}
        </Button>
        <Button name="to" value="in" disabled={isFirst}>
          {t.move.in}
        </Button>
        <Button name="to" value="out" disabled={code.parentId === null}>
          {t.move.out}
        </Button>
      </form>
      {code.parentId !== null && (
        <form class="actions" method="post" action={action}>
          <Button name="parent" value="">
            {t.move.theme}
          </Button>
        </form>
      )}
      <form class="form move-under" method="post" action={action}>
        <CodeSelect
          name="parent"
          label={t.move.under}
          empty={t.move.themes}
          value={String(code.parentId ?? '')}
          error={errors['parent']}
          codes={codes.filter((one) => !inside.has(one.id))}
        />
        {general !== undefined && <FieldError id="move">{general}</FieldError>}
        <div class="actions">
          <Button>{t.move.save}</Button>
        </div>
      </form>
    </>
  );
};
