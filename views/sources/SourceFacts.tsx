import type { Messages } from '../messages/index.ts';
import { DefinitionList, When } from '../ui/index.ts';
import { TextMark } from './TextMark.tsx';

export interface FactsProps {
  t: Messages['sources']['details'];
  /** The source's address. */
  here: string;
  source: {
    id: number;
    codePoints: number;
    version: number;
    textSha256: string;
    isWrapped: boolean;
    isWithdrawn: boolean;
    originalName: string | null;
    originalSha256: string | null;
    originalBytes: number | null;
    encoding: string | null;
    createdAt: string;
  };
  codings: number;
  segments: number;
}

/** What can be said of a text without its words: how long, which version, from which file. */
export const SourceFacts = ({ t, here, source, codings, segments }: FactsProps) => (
  <section class="source-section" aria-labelledby="facts">
    <h2 id="facts">{t.facts}</h2>
    <DefinitionList
      items={[
        { term: t.characters, value: source.codePoints.toLocaleString('en') },
        { term: t.segments, value: segments.toLocaleString('en') },
        { term: t.codings, value: codings.toLocaleString('en') },
        { term: t.added, value: <When at={source.createdAt} /> },
        { term: t.version, value: source.version },
        {
          term: t.hash,
          value: (
            <>
              <TextMark sha256={source.textSha256} /> <span class="soft small">{t.hashNote}</span>
            </>
          ),
        },
        { term: t.wrapped, value: source.isWrapped ? t.isWrapped : null },
        { term: t.original, value: <OriginalFile t={t} here={here} source={source} /> },
        {
          term: t.originalHash,
          value:
            source.originalSha256 === null ? null : (
              <code class="long-hash">{source.originalSha256}</code>
            ),
        },
        {
          term: t.encoding,
          value:
            source.encoding === null ? null : (
              <>
                {source.encoding} <a href={`${here}/encoding`}>{t.changeEncoding}</a>
              </>
            ),
        },
      ]}
    />
  </section>
);

const OriginalFile = ({ t, here, source }: Pick<FactsProps, 't' | 'here' | 'source'>) =>
  source.originalSha256 === null ? (
    <>{t.pasted}</>
  ) : (
    <>
      <span class="file-name">{source.originalName}</span> ({t.bytes(source.originalBytes ?? 0)}){' '}
      {!source.isWithdrawn && (
        <a href={`${here}/original`} download>
          {t.download}
        </a>
      )}
    </>
  );
