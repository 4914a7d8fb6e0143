import { Hono } from 'hono';
import { CardPartial } from '../../views/codings/Answer.tsx';
import { CodingCard } from '../../views/codings/CodingCard.tsx';
import { CodingHistory } from '../../views/codings/CodingHistory.tsx';
import { CodingPage } from '../../views/codings/CodingPage.tsx';
import { Conflict } from '../domain/errors.ts';
import { listChangesOfCoding } from '../history/index.ts';
import { fragment, page, shellProps, wantsFragment, type C, type Env } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { answer } from './answer.tsx';
import { bookOf } from './book.ts';
import { cardOf } from './card.ts';
import { markForReport, replaceCode } from './commands-coding.ts';
import { removeCoding, resizeCoding, writeMemo } from './commands.ts';
import { memoForm, replaceForm, reportForm, resizeForm } from './forms.ts';
import { quoteOf } from './quote.ts';
import { CODING, codingId, formOf, outcomeOfFound, sourceHref, sourceId } from './request.ts';

/** What is done to one coding: its card, its page, and each act on it. */
export const onCoding = new Hono<Env>();

onCoding.get(CODING, async (c) => {
  const card = await cardProps(c);
  if (wantsFragment(c)) return fragment(c, <CodingCard {...card} />);
  return codingPage(c, card);
});

onCoding.get(`${CODING}/history`, async (c) => {
  const props = await historyProps(c);
  if (!wantsFragment(c)) return c.redirect(`${codingHref(c)}#history`, 302);
  return fragment(c, <CodingHistory {...props} />);
});

onCoding.get(`${CODING}/quote`, async (c) => {
  const quote = await quoteOf(c.get('ctx'), sourceId(c), codingId(c));
  if (quote.isWithdrawn) throw new Conflict('codings.quoteWithdrawn');
  // Only copied by a script; opened by itself, it is a file and no page of somebody's words.
  return c.text(c.get('t').codings.quote(quote), 200, {
    'content-disposition': 'attachment; filename="quote.txt"',
  });
});

onCoding.post(`${CODING}/remove`, (c) =>
  answer(c, async () => outcomeOfFound(c, await removeCoding(c.get('ctx'), codingId(c)))),
);

onCoding.post(`${CODING}/replace`, (c) =>
  answer(c, async () => {
    const { code } = await formOf(c, replaceForm);
    const done = await replaceCode(c.get('ctx'), codingId(c), code);
    const { codeId, newCodeId, id } = done.value;
    return {
      ...outcomeOfFound(c, done),
      codeIds: [codeId, newCodeId],
      coding: { id, code: newCodeId },
    };
  }),
);

onCoding.post(`${CODING}/report`, (c) =>
  answer(c, async () => {
    const { on } = await formOf(c, reportForm);
    return outcomeOfFound(c, await markForReport(c.get('ctx'), codingId(c), on));
  }),
);

onCoding.post(`${CODING}/resize`, (c) =>
  answer(c, async () => {
    const to = await formOf(c, resizeForm);
    const done = await resizeCoding(c.get('ctx'), codingId(c), to);
    const outcome = outcomeOfFound(c, done);
    return {
      ...outcome,
      spans: [...outcome.spans, to],
      coding: { id: done.value.id, code: done.value.codeId },
    };
  }),
);

onCoding.post(`${CODING}/memo`, (c) =>
  answer(
    c,
    async () => {
      const { body, revision } = await formOf(c, memoForm);
      return outcomeOfFound(c, await writeMemo(c.get('ctx'), codingId(c), body, revision));
    },
    // Someone changed it since: both versions side by side, what stands now and what was typed.
    async (error) => {
      if (!(error instanceof Conflict)) return null;
      const { body } = await formOf(c, memoForm);
      return <CardPartial {...await cardProps(c)} typed={body} />;
    },
  ),
);

const codingHref = (c: C): string => `${sourceHref(c)}/codings/${codingId(c)}`;

async function cardProps(c: C) {
  const card = await cardOf(c.get('ctx'), sourceId(c), codingId(c));
  return { t: c.get('t').codings, card, href: codingHref(c), sourceHref: sourceHref(c) };
}

async function historyProps(c: C) {
  const ctx = c.get('ctx');
  const { coding } = await cardOf(ctx, sourceId(c), codingId(c));
  const changes = await listChangesOfCoding(ctx, coding);
  return {
    t: c.get('t'),
    entries: changes.map((entry) => ({ ...entry, sentence: c.get('t').sentenceOf(entry) })),
  };
}

async function codingPage(c: C, card: Awaited<ReturnType<typeof cardProps>>) {
  const ctx = c.get('ctx');
  const [source, codes, quote] = [
    await getSource(ctx, sourceId(c)),
    await bookOf(ctx.db, ctx.projectId),
    await quoteOf(ctx, sourceId(c), codingId(c)),
  ];
  return page(
    c,
    <CodingPage
      {...card}
      shell={await shellProps(c)}
      source={{ name: source.name, version: source.version }}
      codes={codes.filter(({ isCodable }) => isCodable)}
      quote={quote}
      history={(await historyProps(c)).entries}
    />,
  );
}
