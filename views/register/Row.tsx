import { formatDate } from '../../src/domain/dates/index.ts';
import { Badge, Button, ButtonLink } from '../ui/index.ts';
import { draftHref } from './address.ts';
import { MANY, Where } from './Many.tsx';
import { RowForm } from './RowForm.tsx';
import type { PreviewPageProps, RowShown } from './types.ts';

export interface RowProps {
  page: PreviewPageProps;
  row: RowShown;
}

const FATE_TONE = {
  new: 'good',
  there: 'plain',
  open: 'bad',
  aside: 'plain',
  none: 'plain',
} as const;

/** Lines as they stand in the list, their reading beside them, and below what is doubtful. */
export const Row = ({ page, row }: RowProps) => {
  const { shell, query } = page;
  const t = shell.t.register.preview;
  const isEdited = query.edit === row.line;
  const id = `row-${row.line}`;
  return (
    <article class={`reg-row fate-${row.fate}`} id={id} tabindex={-1} aria-label={t.line(row.line)}>
      <div class="reg-tick">
        <input
          type="checkbox"
          name="row"
          value={String(row.line)}
          form={MANY}
          aria-label={t.tick(row.line)}
        />
      </div>
      <ol class="reg-lines">
        {row.lines.map(({ line, text, kind }) => (
          <li>
            <span class="reg-number">{line}</span>
            <span class="reg-text">{text}</span>
            <span class="reg-kind">{shell.t.register.lines[kind]}</span>
          </li>
        ))}
      </ol>
      <div class="reg-reading">
        <Badge tone={FATE_TONE[row.fate]}>{t.fate[row.fate]}</Badge>
        {row.interview !== null && <Reading page={page} row={row} />}
      </div>
      <div class="reg-correct">
        {!isEdited && (
          <ButtonLink
            size="small"
            href={draftHref(page.projectId, page.draft.id, { ...query, edit: row.line }, row.line)}
            aria-label={t.correctLabel(row.line)}
          >
            {t.correct}
          </ButtonLink>
        )}
      </div>
      <Doubts page={page} row={row} />
      {isEdited && <RowForm page={page} row={row} />}
    </article>
  );
};

const Reading = ({ page: { shell }, row: { interview } }: RowProps) => {
  const t = shell.t.register.preview;
  if (interview === null) return null;
  const { date, endDate, dateText, kind, location, people, interviewers, note } = interview;
  const kinds: Readonly<Record<string, string>> = shell.t.interviews.kinds;
  return (
    <>
      <p class="reg-facts">
        <b>
          {date === null ? dateText || t.noDate : formatDate(date, endDate, { month: 'short' })}
        </b>
        {[kinds[kind] ?? kind, location]
          .filter((text) => text !== '')
          .map((text) => (
            <span>{text}</span>
          ))}
        {interviewers.length > 0 && <span>{t.by(interviewers.join(', '))}</span>}
      </p>
      <ul class="reg-people">
        {people.map((person) => (
          <li>
            <b>{person.name === '' ? t.nobody : person.name}</b>
            {[
              person.about,
              person.headCount > 1 ? t.people(person.headCount) : '',
              person.group,
              person.region,
              person.again === null ? '' : t.again(person.again),
            ]
              .filter((text) => text !== '')
              .map((text) => (
                <span>{text}</span>
              ))}
          </li>
        ))}
      </ul>
      {note !== '' && <p class="soft">{note}</p>}
    </>
  );
};

const Doubts = ({ page, row }: RowProps) => {
  const t = page.shell.t.register.preview;
  if (row.doubts.length === 0) return null;
  return (
    <form
      method="post"
      action={`${draftHref(page.projectId, page.draft.id)}/row`}
      class="reg-doubts"
    >
      <Where query={page.query} />
      <input type="hidden" name="row" value={String(row.line)} />
      <input type="hidden" name="next" value={String(row.next ?? row.line)} />
      <ul>
        {row.doubts.map(({ line, reason, isOpen }, i) => (
          <li class={isOpen ? 'reg-open' : undefined}>
            <span>{row.sentences[i]}</span>
            {!isOpen && (
              <Button
                size="small"
                name="confirm"
                value={`${line} ${reason}`}
                aria-label={t.confirmLabel(row.sentences[i] ?? '')}
              >
                {t.confirm}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
};
