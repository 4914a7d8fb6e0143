import type { Messages } from '../messages/index.ts';
import { Badge, Button, Disclosure, When } from '../ui/index.ts';

export interface VersionShown {
  version: number;
  createdAt: string;
  interviews: number;
}

/** The versions of the guide, newest first, and the button that begins the next. */
export const Versions = ({
  t,
  base,
  versions,
  shown,
}: {
  t: Messages;
  base: string;
  versions: readonly VersionShown[];
  /** The version on the page. */
  shown: number;
}) => {
  const v = t.guide.versions;
  const [newest] = versions;
  if (!newest) return null;
  return (
    <Disclosure id="versions" summary={v.title} open={shown !== newest.version}>
      <ul class="guide-versions">
        {versions.map(({ version, createdAt, interviews }) => (
          <li>
            <a
              href={`${base}/guide${version === newest.version ? '' : `?version=${version}`}`}
              aria-current={version === shown ? 'page' : undefined}
            >
              {v.version(version)}
            </a>{' '}
            {version === newest.version && <Badge tone="accent">{v.inUse}</Badge>}{' '}
            <span class="soft small">
              <When at={createdAt} />, {v.interviews(interviews)}
            </span>{' '}
            {version > 1 && (
              <a
                class="small"
                href={`${base}/guide/compare?from=${version - 1}&to=${version}`}
                aria-label={`${v.compare}: ${v.compareTitle(version - 1, version)}`}
              >
                {v.compare}
              </a>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={`${base}/guide/versions`}>
        <p class="soft small">{v.lead}</p>
        <Button size="small">{v.begin(newest.version + 1)}</Button>
      </form>
    </Disclosure>
  );
};
