import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, Notice, PageHeader, Select, TextArea } from '../ui/index.ts';
import { CodingCard, type CodingCardProps } from './CodingCard.tsx';
import { CodingHistory, type CodingChange } from './CodingHistory.tsx';
import type { CodeView, QuoteView } from './types.ts';

type Props = Omit<CodingCardProps, 'isPage'> & {
  shell: ShellProps;
  /** `/projects/1/sources/2` */
  sourceHref: string;
  source: { name: string; version: number };
  /** Those that can be applied. */
  codes: readonly CodeView[];
  quote: QuoteView;
  history: readonly CodingChange[];
};

/** One coding on a page of its own: what its card in the workbench has, for whoever works without script. */
export const CodingPage = (props: Props) => {
  const { shell, t, card, sourceHref, source, quote, history } = props;
  const { start, end, id } = card.coding;
  return (
    <Shell shell={shell} title={t.page.title(card.code.name)} current="sources">
      <Breadcrumbs
        label={t.card.title}
        items={[
          { href: sourceHref, label: source.name },
          { href: `${sourceHref}?coding=${id}#coding-${id}`, label: t.page.inText },
        ]}
      />
      <PageHeader title={t.page.title(card.code.name)} />
      <blockquote class="coding-words" dir="auto">
        {quote.pieces.map((words) => (
          <p>{words}</p>
        ))}
      </blockquote>
      <div class="coding-page">
        <CodingCard {...props} isPage />
        <section aria-labelledby="other-code">
          <h2 id="other-code">{t.page.codes}</h2>
          <OtherCode {...props} span={{ start, end }} />
        </section>
        <section aria-labelledby="quote">
          <h2 id="quote">{t.page.quote}</h2>
          {quote.isWithdrawn ? (
            <Notice>{t.errors.quoteWithdrawn()}</Notice>
          ) : (
            <TextArea
              name="quote"
              label={t.page.quoteLabel}
              hint={quote.mayQuote === '' ? t.page.quoteHint : t.page.mayQuote(quote.mayQuote)}
              value={t.quote(quote)}
              rows={4}
              readonly
            />
          )}
        </section>
        <section aria-labelledby="history">
          <h2 id="history">{t.card.history}</h2>
          <CodingHistory t={shell.t} entries={history} />
        </section>
      </div>
    </Shell>
  );
};

/** One choice, two things to do with it. */
const OtherCode = (props: Props & { span: { start: number; end: number } }) => {
  const { t, codes, href, sourceHref, source, span } = props;
  return (
    <form method="post" action={`${href}/replace`}>
      <input type="hidden" name="start" value={span.start} />
      <input type="hidden" name="end" value={span.end} />
      <input type="hidden" name="version" value={source.version} />
      <Select
        name="code"
        label={t.page.code}
        required
        empty={t.page.choose}
        options={codes.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))}
      />
      <div class="row">
        <Button formaction={`${sourceHref}/codings`}>{t.page.add}</Button>
        <Button>{t.card.replace}</Button>
      </div>
    </form>
  );
};
