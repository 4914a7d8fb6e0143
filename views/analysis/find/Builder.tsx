import {
  queryParts,
  withOpposite,
  withOtherJoint,
  withoutCode,
  withoutCondition,
  type PassageQuery,
} from '../../../src/domain/query/index.ts';
import type { ShellProps } from '../../layout/types.ts';
import { Button, Select, TextInput } from '../../ui/index.ts';
import { findHref, type FindChoices } from './address.ts';
import type { Offered, RefusedAdd, Said } from './types.ts';

export interface BuilderProps {
  t: ShellProps['t'];
  projectId: number;
  choices: FindChoices;
  said: Said | null;
  offered: Offered;
  refused: RefusedAdd | null;
}

/** The query in its parts, each with what can be done with it, and what can be added. */
export const Builder = (props: BuilderProps) => {
  const { t, projectId, choices, said } = props;
  const words = t.analysis.find;
  return (
    <section class="find-query" aria-label={words.build}>
      {choices.query !== null && said !== null && (
        <>
          <Codes {...props} query={choices.query} said={said} />
          <Conditions {...props} query={choices.query} said={said} />
          <p class="find-again">
            <a href={findHref(projectId)}>{words.startAgain}</a>
          </p>
        </>
      )}
      <Adding {...props} />
    </section>
  );
};

type Parts = BuilderProps & { query: PassageQuery; said: Said };

const Codes = ({ t, projectId, choices, query, said }: Parts) => {
  const words = t.analysis.find;
  return (
    <>
      <h2 class="find-head">{words.codesTitle}</h2>
      <ul class="find-parts">
        {said.codes.map((code, at) => (
          <li class="find-part">
            {at > 0 && <span class="find-joint">{words.or}</span>}
            <span class="find-said" dir="auto">
              {code}
            </span>
            <span class="find-acts">
              <a
                href={findHref(projectId, { ...choices, query: withoutCode(query, at) })}
                aria-label={words.removeOf(code)}
              >
                {words.remove}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Conditions = ({ t, projectId, choices, query, said }: Parts) => {
  const words = t.analysis.find;
  const href = (changed: PassageQuery) => findHref(projectId, { ...choices, query: changed });
  if (query.ways.length === 0) return <p class="found-label">{words.noConditions}</p>;
  return (
    <>
      <h2 class="find-head">{words.conditionsTitle}</h2>
      <ul class="find-parts">
        {said.ways.flatMap((conditions, way) =>
          conditions.map((condition, at) => {
            const place = { way, at };
            const isOr = at === 0;
            const isFirst = isOr && way === 0;
            return (
              <li class={isOr && !isFirst ? 'find-part find-way' : 'find-part'}>
                {!isFirst && <span class="find-joint">{isOr ? words.or : words.and}</span>}
                <span class="find-said" dir="auto">
                  {condition}
                </span>
                <span class="find-acts">
                  {!isFirst && (
                    <a
                      href={href(withOtherJoint(query, place))}
                      aria-label={isOr ? words.makeAndOf(condition) : words.makeOrOf(condition)}
                    >
                      {isOr ? words.makeAnd : words.makeOr}
                    </a>
                  )}
                  <a href={href(withOpposite(query, place))} aria-label={words.turnOf(condition)}>
                    {words.turn}
                  </a>
                  <a
                    href={href(withoutCondition(query, place))}
                    aria-label={words.removeOf(condition)}
                  >
                    {words.remove}
                  </a>
                </span>
              </li>
            );
          }),
        )}
      </ul>
    </>
  );
};

/** Small forms, each adding one thing to the query that stands in the address. */
const Adding = (props: BuilderProps) => {
  const { t, choices, offered, refused } = props;
  const words = t.analysis.find.add;
  const codes = offered.codes.map(({ codeId, path }) => ({ value: codeId, label: path }));
  const error = (field: string) => (refused?.field === field ? refused.error : undefined);
  const ownOptions = [
    { value: '', label: words.withSubcodes },
    { value: '1', label: words.own },
  ];
  const isFirst = choices.query === null;
  return (
    <div class="find-adding">
      <AddForm
        {...props}
        what="code"
        title={words.code}
        submit={isFirst ? words.first : words.another}
      >
        <Select
          name="code"
          label={words.codeField}
          options={codes}
          empty={words.choose}
          error={error('code')}
          autocomplete="off"
        />
        <Select name="own" label={words.subcodes} options={ownOptions} autocomplete="off" />
      </AddForm>
      {!isFirst && (
        <>
          <AddForm {...props} what="relation" title={words.relation} submit={words.submit}>
            <Not {...props} what="relation" />
            <Select
              name="how"
              label={words.how}
              options={Object.entries(words.hows).map(([value, label]) => ({ value, label }))}
              autocomplete="off"
            />
            <Select
              name="other"
              label={words.other}
              options={codes}
              empty={words.choose}
              error={error('relation')}
              autocomplete="off"
            />
            <Select
              name="otherOwn"
              id="field-other-own"
              label={words.subcodes}
              options={ownOptions}
              autocomplete="off"
            />
            <TextInput
              name="far"
              type="number"
              label={words.far}
              min={0}
              max={99}
              value={1}
              error={error('far')}
              autocomplete="off"
            />
          </AddForm>
          <AddForm {...props} what="facet" title={words.facet} submit={words.submit}>
            <Not {...props} what="facet" />
            <Select
              name="facet"
              label={words.value}
              options={offered.facets.map(({ label, options }) => ({
                label,
                options: [...options],
              }))}
              empty={words.choose}
              error={error('facet')}
              autocomplete="off"
            />
          </AddForm>
          <AddForm {...props} what="words" title={words.words} submit={words.submit}>
            <Select
              name="words"
              label={words.whose}
              options={Object.entries(t.analysis.find.words).map(([whose, label]) => ({
                value: `words.${whose}`,
                label,
              }))}
              autocomplete="off"
            />
          </AddForm>
        </>
      )}
    </div>
  );
};

const Not = ({ t, what }: BuilderProps & { what: string }) => {
  const words = t.analysis.find.add;
  return (
    <Select
      name={`${what}Not`}
      label={words.is}
      options={[
        { value: '', label: words.isSo },
        { value: '1', label: words.isNot },
      ]}
      autocomplete="off"
    />
  );
};

const AddForm = (
  props: BuilderProps & { what: string; title: string; submit: string; children?: unknown },
) => {
  const { projectId, choices, what, title, submit } = props;
  const parts = choices.query === null ? [] : queryParts(choices.query);
  return (
    <form class="find-add" method="get" action={findHref(projectId)}>
      {parts.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {choices.minCell !== null && (
        <input type="hidden" name="minCell" value={String(choices.minCell)} />
      )}
      <fieldset>
        <legend>{title}</legend>
        <div class="find-fields">
          {props.children}
          <Button name="add" value={what}>
            {submit}
          </Button>
        </div>
      </fieldset>
    </form>
  );
};
