import { PreviewPage } from '../../views/register/PreviewPage.tsx';
import { Forbidden } from '../domain/errors.ts';
import { headerOf, usualUse } from '../domain/register/brought/index.ts';
import { mayWrite, page, shellProps, type C, type Typed } from '../http/index.ts';
import { peopleByLine, rowStamp } from './correct.ts';
import type { Draft } from './drafts.ts';
import { openDraft, type Opened } from './opened.ts';
import { countsShown, PAGE, placesOf, previewQuery, rowsShown, spellingsOf } from './shown.ts';
import { doubtSentence } from './words.ts';
import { foldName } from '../domain/names.ts';

/** What was typed into a row that somebody else changed meanwhile. */
interface Refused {
  line: number;
  typed: Typed;
}

/** The list, each line beside its reading. */
export async function previewPage(
  c: C,
  draft: Draft,
  refused: Refused | null = null,
): Promise<Response> {
  if (!mayWrite(c.get('project').role)) throw new Forbidden('http.readOnly');
  const ctx = c.get('ctx');
  const t = c.get('t');
  const opened = await openDraft(ctx, draft);
  const { typed } = refused ?? {};
  const asked = previewQuery((name) => (typed ? String(typed[name] ?? '') : c.req.query(name)));
  const isBare = typed === undefined && c.req.query('show') === undefined;
  const show =
    isBare && opened.account.open + opened.account.toLookAt === 0 ? 'interviews' : asked.show;
  const query = { ...asked, show, edit: refused?.line ?? asked.edit };
  const all = rowsShown(opened, query);
  const lastPage = Math.max(1, Math.ceil(all.length / PAGE));
  const number = Math.min(query.page, lastPage);
  const rows = all.slice((number - 1) * PAGE, number * PAGE);
  const { known, account, reading } = opened;
  return page(
    c,
    <PreviewPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      draft={{ id: draft.id, name: draft.name, kind: draft.given.kind, order: draft.order }}
      query={{ ...query, page: number }}
      counts={countsShown(opened)}
      places={placesOf(opened)}
      shown={{ from: (number - 1) * PAGE + 1, total: all.length, lastPage }}
      rows={rows.map((row, i) => ({
        ...row,
        people: row.interview === null ? [] : peopleByLine(row.interview),
        sentences: row.doubts.map((doubt) => doubtSentence(t, doubt)),
        stamp: rowStamp(draft.corrections, row),
        next: rows[i + 1]?.line ?? null,
      }))}
      refused={refused}
      account={account}
      unchanged={reading.plan.unchanged}
      settled={reading.paste?.settled ?? null}
      groups={known.groups}
      regions={known.regions}
      knownInterviewers={known.interviewers}
      spellings={spellingsOf(opened)}
      sheets={sheetsOf(opened)}
      columns={columnsOf(opened)}
    />,
    refused === null ? 200 : 409,
  );
}

function sheetsOf({ draft: { given, sheet } }: Opened) {
  const names = given.kind === 'table' ? given.sheets.map(({ name }) => name) : [];
  return { names, chosen: sheet };
}

/** The columns of a table as they are named, with what each is taken for and an example. */
function columnsOf({ draft, brought }: Opened) {
  if (brought.kind !== 'table') return null;
  const header = headerOf(brought.rows);
  const body = brought.rows.filter((row) => row !== header);
  const all = (header?.cells ?? []).flatMap((text, place) => {
    const name = text.trim();
    const folded = foldName(name);
    if (folded === '') return [];
    const own = Object.hasOwn(draft.columns, folded) ? draft.columns[folded] : undefined;
    const example =
      body.find(({ cells }) => (cells[place] ?? '').trim() !== '')?.cells[place] ?? '';
    return [{ place, name, use: own ?? usualUse(name), example: example.trim().slice(0, 60) }];
  });
  return { all, isRemembered: Object.keys(draft.columns).length > 0 };
}
