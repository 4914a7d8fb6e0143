import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, PageHeader } from '../ui/index.ts';
import { themesHref } from './address.ts';
import {
  PassageList,
  PassagePages,
  PassagesDownload,
  passagesHeading,
  passagesTitle,
  type PassagesProps,
} from './Passages.tsx';

/** The passages behind one number, on a page of their own. */
export const PassagesPage = (
  props: PassagesProps & { shell: ShellProps; page: number; size: number; withdrawn: number },
) => {
  const { shell, t, projectId, choices, open } = props;
  const words = t.analysis.passages;
  return (
    <Shell shell={shell} title={passagesTitle(props)} current="themes">
      <Breadcrumbs
        label={words.eyebrow}
        items={[{ href: themesHref(projectId, choices, open.cell), label: words.back }]}
      />
      <PageHeader
        eyebrow={words.eyebrow}
        title={passagesTitle(props)}
        lead={passagesHeading(props)}
        actions={<PassagesDownload {...props} />}
      />
      <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
      <div class="evidence-page">
        <PassageList {...props} level={2} />
      </div>
      <PassagePages {...props} />
    </Shell>
  );
};
