import type { Messages } from '../messages/index.ts';

interface Props {
  t: Messages['versions'];
  /** The source's address. */
  here: string;
  version: number;
  waiting: number;
  /** Memos on the source itself. */
  memos: number;
  /** Its file may hold comments and tracked changes. */
  isDocument: boolean;
}

/** What can be done to keep a text true, each with what it is for. */
export const TextActions = ({ t, here, version, waiting, memos, isDocument }: Props) => {
  const items = [
    { path: 'correct', label: t.section.correct, note: t.section.correctNote },
    { path: 'replace', label: t.section.replace, note: t.section.replaceNote },
    { path: 'redact', label: t.section.redact, note: t.section.redactNote },
    { path: 'versions', label: t.section.versions, note: t.section.versionsNote(version) },
    { path: 'look', label: t.section.look, note: t.section.lookNote(waiting) },
    ...(isDocument
      ? [{ path: 'review', label: t.section.review, note: t.section.reviewNote }]
      : []),
    ...(memos > 0
      ? [{ path: 'memos', label: t.section.memos, note: t.section.memosNote(memos) }]
      : []),
  ];
  return (
    <section class="source-section" aria-labelledby="keep-true">
      <h2 id="keep-true">{t.section.title}</h2>
      <p class="soft">{t.section.lead}</p>
      <ul class="text-actions">
        {items.map(({ path, label, note }) => (
          <li>
            <a href={`${here}/${path}`}>{label}</a>
            <span class="soft small">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
