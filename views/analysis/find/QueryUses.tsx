import type { Messages } from '../../messages/index.ts';
import { Badge } from '../../ui/index.ts';
import { DEFAULTS, themesHref } from '../address.ts';

interface Props {
  t: Messages;
  projectId: number;
  query: { id: number; name: string; isGone: boolean };
}

/** What a saved query is good for: the table of themes with it as a filter, as a row and as its columns. */
export const QueryUses = ({ t, projectId, query: { id, name, isGone } }: Props) => {
  const words = t.analysis.find.queries;
  const only = [{ facet: 'found' as const, key: String(id) }];
  const uses = [
    { filter: { ...DEFAULTS.filter, only }, label: words.asFilter },
    { queryRows: [id], label: words.asRow },
    { by: `query-${id}` as const, label: words.asColumn },
  ];
  return (
    <>
      <p class="saved-uses">
        {uses.map(({ label, ...choices }) => (
          <a
            href={themesHref(projectId, { ...DEFAULTS, ...choices })}
            aria-label={words.inTableOf(label, name)}
          >
            {label}
          </a>
        ))}
      </p>
      {isGone && (
        <p>
          <Badge tone="warn">{words.gone}</Badge>
        </p>
      )}
    </>
  );
};
