import { CodebookPage } from '../../views/codebook/CodebookPage.tsx';
import { CodePage, type FormName } from '../../views/codebook/CodePage.tsx';
import { readPassageChoices } from '../../views/codebook/code-address.ts';
import type { CodeFormView } from '../../views/codebook/types.ts';
import { countWithdrawn } from '../consent/index.ts';
import { siblingsBy } from '../domain/codetree/index.ts';
import { NotFound } from '../domain/errors.ts';
import {
  page,
  renderMarkdown,
  shellProps,
  type C,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { examplesOf } from './examples.ts';
import { memosOf } from './memos.ts';
import { listCodes, type CodeRow } from './queries.ts';
import { countUnread, COUNTED, readingOf } from './read-rules.ts';
import { setsIn } from './sets.ts';
import { countAllCodings, usageOf, type Usage } from './usage.ts';

export type Status = 200 | 404 | 409 | 422;

/** A form's answer when it was refused: which form, what was typed, what is wrong with it. */
export interface Refused {
  form: FormName;
  typed: Typed;
  errors: FieldErrors;
  /** The code as somebody else left it, after a stale save. */
  theirs?: CodeFormView;
}

export const typedText = (typed: Typed, name: string): string => String(typed[name] ?? '');

/** The whole codebook. */
export async function codebookPage(c: C, refused: Refused | null = null, status: Status = 200) {
  const ctx = c.get('ctx');
  const codes = await listCodes(ctx);
  const [usage, shell] = [await usageOf(ctx, codes), await shellProps(c)];
  const typed = refused?.typed ?? {};
  const values = {
    name: typedText(typed, 'name'),
    definition: typedText(typed, 'definition'),
    parent: typedText(typed, 'parent'),
  };
  const { projectId } = ctx;
  const errors = refused?.errors ?? {};
  const withdrawn = await countWithdrawn(ctx);
  const asked = c.req.query('order');
  const order = ORDERS.find((one) => one === asked) ?? 'hand';
  const shown = inOrder(codes, usage, order);
  const reading = await readingOf(ctx);
  const unread = {
    n: await countUnread(ctx, reading),
    most: COUNTED,
    isFirst: reading === null,
  };
  const props = { shell, projectId, codes: shown, usage, values, errors, withdrawn, order, unread };
  const sets = await setsIn(ctx.db, projectId);
  return page(c, <CodebookPage {...props} sets={sets} />, status);
}

/** As the lead put them, by name, or with those used most first. */
const ORDERS = ['hand', 'name', 'count'] as const;

function inOrder(
  codes: CodeRow[],
  usage: ReadonlyMap<number, Usage>,
  order: (typeof ORDERS)[number],
): CodeRow[] {
  if (order === 'hand') return codes;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const countOf = ({ id }: CodeRow) => usage.get(id)?.all ?? 0;
  return order === 'name'
    ? siblingsBy(codes, (a, b) => compare(a.name, b.name))
    : siblingsBy(codes, (a, b) => countOf(b) - countOf(a));
}

/** One code's page. @throws NotFound `codebook.noCode` */
export async function codePage(
  c: C,
  codeId: number,
  refused: Refused | null = null,
  status: Status = 200,
) {
  const ctx = c.get('ctx');
  const codes = await listCodes(ctx);
  const at = codes.findIndex((one) => one.id === codeId);
  const code = codes[at];
  if (!code) throw new NotFound('codebook.noCode');
  const usage = await usageOf(ctx, codes);
  const edited = refused?.form === 'memoEdit' ? typedText(refused.typed, 'memo') : '';
  const memos = (await memosOf(ctx, codeId)).map((memo) => ({
    ...memo,
    html: renderMarkdown(memo.body),
    edit:
      String(memo.id) === edited
        ? { body: typedText(refused?.typed ?? {}, 'body'), error: refused?.errors['body'] }
        : null,
  }));
  const branch = codes.slice(at, at + 1 + code.below);
  const typed = refused?.typed ?? {};
  const stands = formOf(code);
  const isEdit = refused?.form === 'edit';
  return page(
    c,
    <CodePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ codes, usage, code, memos }}
      examples={await examplesOf(ctx, codeId)}
      choices={readPassageChoices(new URL(c.req.url).searchParams)}
      withdrawn={await countWithdrawn(ctx)}
      lost={await countAllCodings(
        ctx,
        branch.map(({ id }) => id),
      )}
      form={refused?.form ?? (c.req.query('edit') === undefined ? null : 'edit')}
      values={isEdit ? { ...typedCode(typed), revision: stands.revision } : stands}
      added={
        refused?.form === 'add'
          ? { name: typedText(typed, 'name'), definition: typedText(typed, 'definition') }
          : { name: '', definition: '' }
      }
      memo={refused?.form === 'memo' ? typedText(typed, 'body') : ''}
      errors={refused?.errors ?? {}}
      stale={refused?.theirs === undefined ? null : { theirs: refused.theirs }}
    />,
    status,
  );
}

/** A code as its form shows it. */
export function formOf(code: CodeRow): CodeFormView {
  return {
    name: code.name,
    definition: code.definition,
    use_when: code.useWhen,
    not_when: code.notWhen,
    example: code.example,
    colour: code.colour,
    key: code.key ?? '',
    structure: !code.isCodable,
    revision: String(code.revision),
  };
}

function typedCode(typed: Typed): Omit<CodeFormView, 'revision'> {
  return {
    name: typedText(typed, 'name'),
    definition: typedText(typed, 'definition'),
    use_when: typedText(typed, 'use_when'),
    not_when: typedText(typed, 'not_when'),
    example: typedText(typed, 'example'),
    colour: typedText(typed, 'colour'),
    key: typedText(typed, 'key'),
    structure: typed['structure'] !== undefined,
  };
}
