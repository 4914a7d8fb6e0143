import type { Messages } from '../messages/index.ts';
import { Button, Select, TextInput } from '../ui/index.ts';

export type Filter = {
  name?: string | undefined;
  kind?: 'transcript' | 'notes' | 'document' | undefined;
  interview?: number | 'none' | undefined;
};

export interface InterviewChoice {
  id: number;
  reference: string;
  date: string | null;
  respondents: readonly string[];
}

/** An interview as it is chosen from a list: reference, respondents' references, date; never a name. */
export const interviewOption = ({ id, reference, respondents, date }: InterviewChoice) => ({
  value: id,
  label: [
    reference,
    ...(respondents.length > 0 ? [respondents.join(', ')] : []),
    ...(date === null ? [] : [date]),
  ].join(' · '),
});

type Props = {
  t: Messages['sources'];
  base: string;
  filter: Filter;
  sort: string;
  interviews: readonly InterviewChoice[];
};

/** Narrows the list by its address, so that Back and a bookmark work. */
export const SourceFilters = ({ t, base, filter, sort, interviews }: Props) => {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined && value !== '');
  return (
    <form class="filters" method="get" action={base} role="search" aria-label={t.filter.label}>
      <TextInput name="name" type="search" label={t.filter.name} value={filter.name ?? ''} />
      <Select
        name="interview"
        label={t.filter.interview}
        value={filter.interview ?? ''}
        empty={t.filter.anyInterview}
        options={[
          { value: 'none', label: t.filter.withoutInterview },
          ...interviews.map(interviewOption),
        ]}
      />
      <Select
        name="kind"
        label={t.filter.kind}
        value={filter.kind ?? ''}
        empty={t.filter.anyKind}
        options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
      />
      {sort !== 'name' && <input type="hidden" name="sort" value={sort} />}
      <div class="filters-actions">
        <Button>{t.filter.apply}</Button>
        {isNarrowed && <a href={base}>{t.filter.clear}</a>}
      </div>
    </form>
  );
};
