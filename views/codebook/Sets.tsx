import type { Messages } from '../messages/index.ts';
import { Disclosure } from '../ui/index.ts';
import { codebookHref, type CodeView } from './types.ts';

/** Codes put together across the tree, in another program. */
export interface SetView {
  name: string;
  description: string;
  members: readonly number[];
}

type SetsProps = {
  t: Messages['codebook'];
  projectId: number;
  codes: readonly CodeView[];
  sets: readonly SetView[];
};

/** Sets and codes of one set shown; more than that nobody reads here. */
const SHOWN = 100;

/** The sets of codes, folded away: they came with a codebook and leave with it, and nothing here counts by them. */
export const Sets = ({ t, projectId, codes, sets }: SetsProps) => {
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  return (
    <Disclosure class="codebook-sets" summary={t.sets.title(sets.length)}>
      <p class="soft">{t.sets.lead}</p>
      <dl class="codebook-set-list">
        {sets.slice(0, SHOWN).map(({ name, description, members }) => (
          <div>
            <dt>{name}</dt>
            {description !== '' && <dd class="small soft">{description}</dd>}
            <dd>
              <ul>
                {members.slice(0, SHOWN).map((id) => (
                  <li>
                    <a href={codebookHref(projectId, `/${id}`)}>{codeOf.get(id)?.path}</a>
                  </li>
                ))}
              </ul>
              {members.length > SHOWN && <p>{t.sets.more(members.length - SHOWN)}</p>}
            </dd>
          </div>
        ))}
      </dl>
      {sets.length > SHOWN && <p>{t.sets.moreSets(sets.length - SHOWN)}</p>}
    </Disclosure>
  );
};
