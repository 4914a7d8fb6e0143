import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, ButtonLink, ErrorSummary, PageHeader, fieldId } from '../ui/index.ts';
import { StructureQuestions, type Place } from './StructureQuestions.tsx';
import { StructureSpeakers } from './StructureSpeakers.tsx';
import { StructureTurns, type Turn } from './StructureTurns.tsx';
import type { GuideQuestion, RespondentChoice, SpeakerLine } from './structure-options.ts';

export interface StructurePageProps {
  shell: ShellProps;
  projectId: number;
  source: { id: number; name: string; interviewId: number | null; isWithdrawn: boolean };
  counts: {
    turns: number;
    paragraphs: number;
    headings: number;
    speakers: number;
    stamps: number;
    stampsInside: number;
    questions: number;
  };
  speakers: readonly SpeakerLine[];
  others: readonly { label: string; count: number }[];
  places: readonly Place[];
  respondents: readonly RespondentChoice[];
  questions: readonly GuideQuestion[];
  shown: { turns: readonly Turn[]; total: number; first: number };
  page: number;
  pageSize: number;
  /** The speaker whose turns are listed. */
  chosen: string | undefined;
  typed?: Readonly<Record<string, string | string[]>> | undefined;
  errors?: Readonly<Record<string, string>> | undefined;
}

/** What was found in a text besides its words, and is corrected here: speakers, times, questions, turn by turn. */
export const StructurePage = (props: StructurePageProps) => {
  const { shell, projectId, source, errors = {} } = props;
  const t = shell.t.structure;
  const base = `/projects/${projectId}/sources`;
  const here = `${base}/${source.id}`;
  return (
    <Shell shell={shell} title={`${t.title}: ${source.name}`} current="sources">
      <Breadcrumbs
        label={shell.t.sources.title}
        items={[
          { href: base, label: shell.t.sources.title },
          { href: `${here}/details`, label: source.name },
        ]}
      />
      <PageHeader
        title={t.title}
        lead={t.lead(source.name)}
        actions={
          <ButtonLink href={here} kind="primary">
            {t.open}
          </ButtonLink>
        }
      />
      {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
      <ErrorSummary
        title={shell.t.shell.errorSummary(Object.keys(errors).length)}
        errors={Object.entries(errors).map(([field, message]) => ({
          href: `#${fieldId(field)}`,
          message,
        }))}
      />
      <Counts t={t} counts={props.counts} />
      <StructureSpeakers {...props} t={t} here={here} />
      <StructureQuestions {...props} t={t} here={here} />
      <StructureTurns {...props} t={t} here={here} />
    </Shell>
  );
};

const Counts = ({
  t,
  counts,
}: {
  t: ShellProps['t']['structure'];
  counts: StructurePageProps['counts'];
}) => {
  const { turns, paragraphs, headings, speakers, stamps, stampsInside, questions } = counts;
  const all = stamps + stampsInside;
  const said = [
    t.counts.turns(turns),
    ...(paragraphs > 0 ? [t.counts.paragraphs(paragraphs)] : []),
    ...(headings > 0 ? [t.counts.headings(headings)] : []),
    t.counts.speakers(speakers),
    t.counts.stamps(all, stampsInside),
    ...(questions > 0 ? [t.counts.questions(questions)] : []),
  ];
  return (
    <ul class="structure-counts" aria-label={t.counts.label}>
      {said.map((words) => (
        <li>{words}</li>
      ))}
    </ul>
  );
};
