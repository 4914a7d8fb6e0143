import type { Messages } from '../messages/index.ts';
import { Disclosure, EmptyState, Pagination, Pause } from '../ui/index.ts';
import { SaveForm } from './SavedPage.tsx';
import type { FoundGroup, Line, Results } from './types.ts';

/** What was found, by source; each line opens its place. */
export const FoundResults = ({
  t,
  base,
  results,
}: {
  t: Messages['search'];
  base: string;
  results: Results;
}) => {
  if (results.state !== 'found') return null;
  if (results.groups.length === 0)
    return <EmptyState title={t.results.none}>{t.results.noneStep}</EmptyState>;
  const { page, pages, previous, next } = results;
  return (
    <section class="found" aria-labelledby="found">
      <h2 id="found" class="found-summary">
        {results.summary}
      </h2>
      <div class="found-acts">
        {results.coding !== null && (
          <a class="button" href={results.coding}>
            {t.coding.link}
          </a>
        )}
        <Disclosure summary={t.saved.saveThis}>
          <SaveForm t={t} base={base} search={results.search} />
        </Disclosure>
      </div>
      {results.sources.length > 0 && <BySource t={t} sources={results.sources} />}
      {results.groups.map((group, n) => (
        <Group t={t} group={group} id={`group-${n + 1}`} />
      ))}
      {pages > 1 && (
        <Pagination
          label={t.results.pages}
          summary={t.results.page(page, pages)}
          previous={previous === null ? undefined : { href: previous, label: t.results.previous }}
          next={next === null ? undefined : { href: next, label: t.results.next }}
        />
      )}
    </section>
  );
};

type Found = Extract<Results, { state: 'found' }>;

/** How many passages in which source, most first; each leads to those alone. */
const BySource = ({ t, sources }: { t: Messages['search']; sources: Found['sources'] }) => (
  <Disclosure summary={t.results.bySource(sources.length)} class="found-sources">
    <ul>
      {sources.map(({ title, matches, href }) => (
        <li>
          <a href={href} dir="auto">
            {title}
          </a>{' '}
          <span class="found-note">{t.results.found(matches)}</span>
        </li>
      ))}
    </ul>
  </Disclosure>
);

const Group = ({ t, group, id }: { t: Messages['search']; group: FoundGroup; id: string }) => (
  <section class="found-group" aria-labelledby={id}>
    <h3 class="found-title" id={id}>
      {group.href === null ? group.title : <a href={group.href}>{group.title}</a>}
      {group.note !== null && group.note !== group.title && (
        <span class="found-note">
          <Pause />
          {group.note}
        </span>
      )}
      <span class="found-note">
        <Pause />
        {group.isSource ? t.results.found(group.matches) : t.results.inAll(group.matches)}
      </span>
    </h3>
    {group.only !== null && (
      <a class="found-only" href={group.only} aria-label={`${t.results.only}: ${group.title}`}>
        {t.results.only}
      </a>
    )}
    <ul class="found-list">
      {group.passages.map((passage) => (
        <li class="found-passage">
          {passage.label !== '' && (
            <p class="found-label" dir="auto">
              {passage.label}
            </p>
          )}
          {passage.lines.map((line) => (
            <Kwic line={line} />
          ))}
          {passage.more > 0 && <p class="found-label">{t.results.more(passage.more)}</p>}
        </li>
      ))}
    </ul>
  </section>
);

const Kwic = ({ line }: { line: Line }) => (
  <a class="kwic" href={line.href} dir="auto" data-found-line>
    {line.isCutBefore && '… '}
    {line.before}
    {line.pieces.map(({ text, isHit }) => (isHit ? <mark>{text}</mark> : text))}
    {line.after}
    {line.isCutAfter && ' …'}
  </a>
);
