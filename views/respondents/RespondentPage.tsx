import { formatDate } from '../../src/domain/dates/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  DataTable,
  DefinitionList,
  Disclosure,
  Notice,
  PageHeader,
  SectionHeader,
  When,
} from '../ui/index.ts';
import { type Errors, type Typed } from '../typed.ts';
import { RespondentFields, type VariableShape } from './RespondentFields.tsx';

interface Interview {
  id: number;
  reference: string;
  date: string | null;
  end_date: string | null;
  kind: 'individual' | 'group' | 'follow-up' | 'debrief';
  location: string;
  status: 'planned' | 'done' | 'transcribed' | 'coded' | 'cancelled';
}

interface Props {
  shell: ShellProps;
  base: string;
  respondent: {
    id: number;
    reference: string;
    kind: 'person' | 'group';
    head_count: number;
    role: string;
    organisation: string;
    group_name: string | null;
    region_name: string | null;
    revision: number;
    erased_at: string | null;
  };
  variables: readonly (VariableShape & { value: string })[];
  valuesSeen: string;
  interviews: readonly Interview[];
  /** References that were merged into this one. */
  aliases: readonly string[];
  groups: readonly { name: string }[];
  regions: readonly { name: string }[];
  maySeeIdentity: boolean;
  mayErase: boolean;
  /** What was typed into the form below, when it could not be saved. */
  typed: Typed | null;
  errors: Errors;
}

const asTyped = ({ respondent: r, variables }: Props): Typed => ({
  reference: r.reference,
  kind: r.kind,
  head_count: String(r.head_count),
  group: r.group_name ?? '',
  region: r.region_name ?? '',
  role: r.role,
  organisation: r.organisation,
  ...Object.fromEntries(variables.map((variable) => [`value-${variable.id}`, variable.value])),
});

const Facts = ({ shell, respondent: r, variables }: Props) => {
  const { fields, headCount } = shell.t.respondents;
  return (
    <DefinitionList
      items={[
        { term: fields.group, value: r.group_name },
        { term: fields.region, value: r.region_name },
        { term: fields.role, value: r.role },
        { term: fields.organisation, value: r.organisation },
        { term: fields.kind, value: r.kind === 'group' ? headCount(r.head_count) : fields.person },
        ...variables.map((variable) => ({ term: variable.name, value: variable.value })),
      ]}
    />
  );
};

const EditForm = (props: Props) => {
  const { shell, base, respondent, errors } = props;
  const t = shell.t.respondents;
  return (
    <form class="form" method="post" action={`${base}/respondents/${respondent.id}`}>
      <input type="hidden" name="revision" value={respondent.revision} />
      <input type="hidden" name="values_seen" value={props.valuesSeen} />
      {errors[''] !== undefined && (
        <div role="alert">
          <Notice>{errors['']}</Notice>
        </div>
      )}
      <RespondentFields {...props} t={shell.t} typed={props.typed ?? asTyped(props)} />
      <div class="actions">
        <Button kind="primary">{t.save}</Button>
        {props.interviews.length === 0 && (
          <Button kind="danger" formaction={`${base}/respondents/${respondent.id}/remove`}>
            {t.remove}
          </Button>
        )}
      </div>
    </form>
  );
};

const Interviews = ({ shell, base, respondent, interviews }: Props) => {
  const t = shell.t.respondents;
  const words = shell.t.interviews;
  return (
    <DataTable
      caption={t.interviews}
      label={t.interviews}
      hideCaption
      rows={interviews}
      empty={
        <p class="soft">
          {t.noInterviews}{' '}
          <a href={`${base}/interviews/new?respondent=${respondent.id}`}>{t.logInterview}</a>
        </p>
      }
      columns={[
        {
          key: 'reference',
          label: words.columns.reference,
          cell: (row) => <a href={`${base}/interviews/${row.id}`}>{row.reference}</a>,
        },
        {
          key: 'date',
          label: words.columns.date,
          cell: (row) =>
            row.date !== null && formatDate(row.date, row.end_date, { month: 'short' }),
        },
        { key: 'kind', label: words.columns.kind, cell: (row) => words.kinds[row.kind] },
        { key: 'location', label: words.columns.location, cell: (row) => row.location },
        {
          key: 'status',
          label: words.columns.status,
          cell: (row) => <Badge>{words.statuses[row.status]}</Badge>,
        },
      ]}
    />
  );
};

/** One respondent: what analysis may see, the interviews, and the way to the identity kept apart. */
export const RespondentPage = (props: Props) => {
  const { shell, base, respondent, typed } = props;
  const t = shell.t.respondents;
  return (
    <Shell shell={shell} title={respondent.reference} current="respondents">
      <Breadcrumbs label={t.title} items={[{ href: `${base}/respondents`, label: t.title }]} />
      <PageHeader
        title={respondent.reference}
        lead={[respondent.role, respondent.group_name, respondent.region_name]
          .filter(Boolean)
          .join(', ')}
        actions={
          respondent.erased_at === null ? (
            <ButtonLink href={`${base}/interviews/new?respondent=${respondent.id}`} icon="add">
              {t.logInterview}
            </ButtonLink>
          ) : undefined
        }
      />
      {respondent.erased_at !== null && (
        <Notice>
          {t.erase.done} <When at={respondent.erased_at} />. {t.erase.doneRest}
        </Notice>
      )}
      <div class="split">
        <div>
          <SectionHeader title={t.interviews} />
          <Interviews {...props} />
        </div>
        <div>
          <SectionHeader title={t.facts} />
          <Facts {...props} />
          {props.aliases.length > 0 && <p class="soft">{t.aliases(props.aliases.join(', '))}</p>}
          {props.maySeeIdentity && respondent.erased_at === null && (
            <p class="identity-link">
              <ButtonLink
                href={`${base}/respondents/${respondent.id}/identity`}
                icon="lock"
                rel="nofollow"
              >
                {t.identity.show}
              </ButtonLink>
              <span class="field-hint">{t.identity.note}</span>
            </p>
          )}
        </div>
      </div>
      {respondent.erased_at === null && (
        <>
          <Disclosure summary={t.change} open={typed !== null}>
            <EditForm {...props} />
          </Disclosure>
          <p class="last-resort">
            <ButtonLink
              kind="quiet"
              size="small"
              href={`${base}/respondents/${respondent.id}/merge`}
            >
              {t.mergeOpen}
            </ButtonLink>
            {props.interviews.length > 1 && (
              <ButtonLink
                kind="quiet"
                size="small"
                href={`${base}/respondents/${respondent.id}/split`}
              >
                {t.splitOpen}
              </ButtonLink>
            )}
            {props.mayErase && (
              <ButtonLink
                kind="quiet"
                size="small"
                href={`${base}/respondents/${respondent.id}/erase`}
              >
                {t.erase.open}
              </ButtonLink>
            )}
          </p>
        </>
      )}
    </Shell>
  );
};
