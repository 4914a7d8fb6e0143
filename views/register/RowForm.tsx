import { KINDS } from '../../src/domain/register/index.ts';
import { LINE_KINDS } from '../../src/domain/register/paste/index.ts';
import { Button, ButtonLink, Notice, RadioGroup, Select, TextInput } from '../ui/index.ts';
import { draftHref } from './address.ts';
import { Where } from './Many.tsx';
import type { RowProps } from './Row.tsx';

/** A field's value: as typed before a refusal, or as read. */
type Value = (name: string, read: string | number) => string;

/** Puts one row right in place. */
export const RowForm = ({ page, row }: RowProps) => {
  const { shell, refused, query, projectId, draft } = page;
  const t = shell.t.register.preview;
  const typed = refused?.line === row.line ? refused.typed : {};
  const value: Value = (name, read) => {
    const own = typed[name];
    return String((Array.isArray(own) ? own[0] : own) ?? read);
  };
  const isTable = row.lines[0]?.kind === 'row';
  return (
    <form
      method="post"
      action={`${draftHref(projectId, draft.id)}/row`}
      class="reg-form"
      aria-label={t.form(row.line)}
    >
      {refused?.line === row.line && <Notice aria-live="assertive">{t.stale}</Notice>}
      <Where query={query} />
      <input type="hidden" name="row" value={String(row.line)} />
      <input type="hidden" name="seen" value={row.stamp} />
      {isTable && <Cells page={page} row={row} value={value} />}
      {!isTable && row.interview !== null && <Interview page={page} row={row} value={value} />}
      {!isTable && <LineKinds page={page} row={row} value={value} />}
      <div class="actions">
        <Button kind="primary" name="do" value="save">
          {t.save}
        </Button>
        {row.fate === 'aside' ? (
          <Button name="do" value="restore">
            {t.restore}
          </Button>
        ) : (
          <Button name="do" value="aside">
            {t.aside}
          </Button>
        )}
        <Button name="do" value="reset" kind="quiet">
          {t.reset}
        </Button>
        <ButtonLink
          kind="quiet"
          href={draftHref(projectId, draft.id, { ...query, edit: null }, row.line)}
        >
          {t.close}
        </ButtonLink>
      </div>
    </form>
  );
};

type FieldsProps = RowProps & { value: Value };

const listOf = (name: string): string | undefined =>
  ({ group: 'reg-groups', region: 'reg-regions', location: 'reg-places' })[name];

const Cells = ({ page: { shell }, row, value }: FieldsProps) => {
  const t = shell.t.register.preview;
  // Group and region can be said of any list, whether it has columns for them or not.
  const cells = {
    ...row.cells,
    group: row.cells['group'] ?? '',
    region: row.cells['region'] ?? '',
  };
  return (
    <div class="reg-fields">
      {Object.entries(cells).map(([name, text], i) => (
        <TextInput
          name={`cell-${name}`}
          id={`cell-${row.line}-${i}`}
          label={t.fields[name] ?? name}
          value={value(`cell-${name}`, text)}
          list={listOf(name)}
          autocomplete="off"
          autofocus={i === 0}
        />
      ))}
    </div>
  );
};

const Interview = ({ page: { shell }, row: { line, interview, people }, value }: FieldsProps) => {
  const t = shell.t.register.preview;
  if (interview === null) return null;
  const kinds = shell.t.interviews.kinds;
  return (
    <>
      {people.map((person, i) => {
        const of = (field: string): string => `${field}-${person.line}`;
        return (
          <div class="reg-fields">
            <TextInput
              name={of('name')}
              label={t.name}
              hint={t.nameHint}
              value={value(of('name'), person.name)}
              autocomplete="off"
              autofocus={i === 0}
            />
            <TextInput
              name={of('about')}
              label={t.about}
              value={value(of('about'), person.about)}
            />
            {!person.isJoint && (
              <TextInput
                name={of('count')}
                label={t.count}
                inputmode="numeric"
                pattern="[0-9]{1,4}"
                value={value(of('count'), person.headCount)}
              />
            )}
            <TextInput
              name={of('group')}
              label={t.group}
              list="reg-groups"
              value={value(of('group'), person.group)}
            />
            <TextInput
              name={of('region')}
              label={t.region}
              list="reg-regions"
              value={value(of('region'), person.region)}
            />
            {person.again !== null && (
              <RadioGroup
                name={of('again')}
                label={t.isAgain(person.again)}
                value={value(of('again'), 'yes')}
                options={[
                  { value: 'yes', label: t.yes },
                  { value: 'no', label: t.no },
                ]}
              />
            )}
          </div>
        );
      })}
      <div class="reg-fields">
        <TextInput
          name="date"
          id={`date-${line}`}
          label={t.date}
          hint={t.dateHint}
          value={value('date', interview.dateText)}
          autocomplete="off"
        />
        <Select
          name="kind"
          id={`kind-${line}`}
          label={t.kind}
          value={value('kind', interview.kind)}
          options={KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <TextInput
          name="location"
          id={`location-${line}`}
          label={t.location}
          list="reg-places"
          value={value('location', interview.location)}
        />
        <TextInput
          name="interviewers"
          id={`interviewers-${line}`}
          label={t.interviewersField}
          hint={t.interviewersHint}
          value={value('interviewers', interview.interviewers.join('; '))}
        />
        <TextInput
          name="note"
          id={`note-${line}`}
          label={t.note}
          value={value('note', interview.note)}
        />
      </div>
    </>
  );
};

const LineKinds = ({ page: { shell }, row, value }: FieldsProps) => {
  const t = shell.t.register;
  const kinds = LINE_KINDS.filter((kind) => kind !== 'blank');
  return (
    <div class="reg-fields">
      {row.lines
        .filter(({ kind }) => kind !== 'blank')
        .map(({ line, kind }) => (
          <Select
            name={`line-${line}`}
            label={t.preview.lineIs(line)}
            value={value(`line-${line}`, kind)}
            options={kinds.map((one) => ({ value: one, label: t.lines[one] }))}
          />
        ))}
    </div>
  );
};
