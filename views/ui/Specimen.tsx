import {
  Avatar,
  Badge,
  Bar,
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  CodeSwatch,
  DataTable,
  DefinitionList,
  Disclosure,
  EmptyState,
  ErrorSummary,
  fieldId,
  Kbd,
  Menu,
  Notice,
  PageHeader,
  Pagination,
  Progress,
  RadioGroup,
  SectionHeader,
  Select,
  Tabs,
  TextArea,
  TextInput,
  Waiting,
} from './index.ts';

const long =
  'Directorate-General for the Coordination of Interministerial Labour-Migration Statistics and Employment Services';

type Row = { reference: string; group: string; region: string; interviews: number; people: number };

const rows: Row[] = Array.from({ length: 60 }, (_, index) => ({
  reference: `R-${String(index + 1).padStart(2, '0')}`,
  group: index % 7 === 3 ? long : 'Regional office',
  region: ['Headquarters', 'Africa', 'Asia and the Pacific'][index % 3] ?? '',
  interviews: (index % 4) + 1,
  people: index % 9 === 0 ? 1206 : index % 6,
}));

const codes = [
  'Visibility',
  'Employment nexus',
  'Capacity',
  'Tripartism',
  'Internal factors',
  'Coordination',
  'Specialists',
  long,
];

const Controls = () => (
  <section>
    <SectionHeader title="Buttons and menus" actions={<ButtonLink href="#x">Export</ButtonLink>} />
    <div class="row">
      <Button kind="primary" icon="add">
        Log an interview
      </Button>
      <Button>Save</Button>
      <Button kind="danger">Remove</Button>
      <Button kind="quiet">Not now</Button>
      <Button disabled>Locked</Button>
      <Button size="small">Small</Button>
      <Menu
        label="More"
        items={[
          { href: '#x', label: 'Rename', icon: 'edit' },
          { action: '/x', label: 'Remove', danger: true },
        ]}
      />
      <Menu label="Columns" summary="Columns" align="start" items={[{ href: '#x', label: long }]} />
    </div>
    <SectionHeader title="Small things" />
    <div class="row">
      <Badge>planned</Badge>
      <Badge tone="accent">coded</Badge>
      <Badge tone="good">agreed</Badge>
      <Badge tone="warn">stale</Badge>
      <Badge tone="bad">disputed</Badge>
      <Kbd>C</Kbd>
      <Avatar initials="AK" name="Anna K" colour={4} />
      <Avatar initials="JM" name="Jo M" colour={3} />
      <Avatar initials="VV" name="V V" />
      <Waiting label="Counting…" class="htmx-request" />
    </div>
    <hr />
    <Progress label="Reading 12 files" value={40} detail="5 of 12" />
    <hr />
    <Bar value={12} max={16} />
    <hr />
  </section>
);

const Codes = ({ shapes }: { shapes: boolean }) => (
  <div class={shapes ? 'stack with-shapes' : 'stack'}>
    {codes.map((name, index) => (
      <div>
        <CodeSwatch
          name={name}
          colour={index + 1}
          path={index === 2 ? ['Visibility'] : []}
          href="#x"
        />{' '}
        <span class={`code-tint code-colour-${String(index + 1)}`}>
          half of her week goes to the website
        </span>
      </div>
    ))}
  </div>
);

const Form = () => (
  <form class="form" method="post" action="#">
    <ErrorSummary
      title="Two things to put right"
      errors={[
        { href: `#${fieldId('date')}`, message: 'Say which day 03/04/2013 is' },
        { href: `#${fieldId('kind')}`, message: 'Choose what kind of interview it was' },
      ]}
    />
    <div class="form-row">
      <TextInput
        name="reference"
        label="Reference"
        value="I-41"
        hint="As it stands in the register"
      />
      <TextInput
        name="date"
        label="Date"
        value="03/04/2013"
        error="This can be 3 April or 4 March. Write 2013-04-03 or 2013-03-04."
      />
    </div>
    <Select
      name="group"
      label="Respondent group"
      empty="Choose"
      value="b"
      options={[
        { value: 'a', label: 'Workers' },
        { value: 'b', label: long },
      ]}
    />
    <RadioGroup
      name="state"
      label="Question 5"
      value="asked"
      options={[
        { value: 'asked', label: 'Asked' },
        { value: 'not', label: 'Not asked', tone: 'soft' },
        { value: 'reached', label: 'Not reached', tone: 'soft' },
        { value: 'declined', label: 'Declined', tone: 'soft' },
      ]}
    />
    <RadioGroup
      name="kind"
      label="Kind"
      look="list"
      error="Choose one"
      options={[
        { value: 'individual', label: 'Individual' },
        {
          value: 'debrief',
          label: 'Debrief',
          hint: 'Does not count as an interview unless the project says so',
        },
      ]}
    />
    <Checkbox name="consent" label="Consent given" hint="In writing or on the recording" checked />
    <TextArea
      name="note"
      label="Memo"
      optional="optional"
      serif
      value={'One person in each regional office,\nnot “a focal point who does it on Fridays”.'}
    />
    <TextInput name="closed" label="Locked field" value="cannot be changed" readonly />
    <div class="actions">
      <Button kind="primary">Save</Button>
      <Button kind="quiet">Cancel</Button>
    </div>
  </form>
);

const Register = () => (
  <>
    <DataTable<Row>
      sticky
      label="Respondents"
      caption="60 respondents, counted once each"
      rows={rows}
      columns={[
        {
          key: 'reference',
          label: 'Reference',
          cell: (r) => <a href="#x">{r.reference}</a>,
          sort: { href: '#x', direction: 'ascending' },
          total: 'All',
        },
        { key: 'group', label: 'Respondent group', cell: (r) => r.group, sort: { href: '#x' } },
        { key: 'region', label: 'Region', cell: (r) => r.region },
        {
          key: 'interviews',
          label: 'Interviews',
          note: '75 asked',
          numeric: true,
          cell: (r) => r.interviews,
          total: 150,
        },
        { key: 'people', label: 'People', numeric: true, cell: (r) => r.people, total: '8,592' },
      ]}
      note="A person interviewed three times counts once. A group counts as many as its head count says."
    />
    <Pagination
      label="Pages"
      summary="1 to 60 of 212"
      previous={{ href: '#x', label: 'Previous' }}
      next={{ href: '#x', label: 'Next' }}
    />
  </>
);

/** Every part once, with long names, errors, nothing and much: the page that design is judged on. */
export const Specimen = () => (
  <>
    <Breadcrumbs
      label="Where this is"
      items={[
        { href: '#x', label: 'Interviews' },
        { href: '#x', label: long },
      ]}
    />
    <PageHeader
      eyebrow="Interview I-07 · 23 April"
      title={long}
      lead="Counting respondents, as a share of those asked question 5 or 6, with sub-codes, from all coders."
      actions={
        <>
          <ButtonLink href="#x">Export</ButtonLink>
          <ButtonLink href="#x" kind="primary" icon="add">
            Log an interview
          </ButtonLink>
        </>
      }
    />
    <Tabs
      label="Views"
      items={[
        { href: '#x', label: 'List', count: 79, current: true },
        { href: '#x', label: 'Calendar' },
        { href: '#x', label: 'Progress' },
      ]}
    />
    <Controls />
    <div class="split split-even">
      <Codes shapes={false} />
      <Codes shapes />
    </div>
    <hr />
    <Notice>
      <strong>Two readings.</strong> Line 14 may be 3 April or 4 March.
    </Notice>
    <SectionHeader title="A form with errors" />
    <div class="split">
      <Form />
      <DefinitionList
        items={[
          { term: 'Group', value: long },
          { term: 'Region', value: 'Asia and the Pacific' },
          { term: 'Left out', value: '' },
          { term: 'Text', value: 'a41f·9c' },
        ]}
      />
    </div>
    <Disclosure summary="What is counted" open>
      <p class="prose">A respondent counts once, however often they mention a theme.</p>
    </Disclosure>
    <SectionHeader title="A long table" />
    <Register />
    <EmptyState
      title="No interviews yet"
      action={
        <ButtonLink href="#x" kind="primary">
          Log the first one
        </ButtonLink>
      }
    >
      Interviews appear here as soon as one is planned or logged. A list from a spreadsheet can be
      brought in as well.
    </EmptyState>
  </>
);
