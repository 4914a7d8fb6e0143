import type { Messages } from '../messages/index.ts';
import { VariableField, type VariableShape } from '../respondents/RespondentFields.tsx';
import type { Errors, Typed } from '../typed.ts';
import { Button } from '../ui/index.ts';

interface Props {
  t: Messages;
  /** Where the sources are. */
  base: string;
  source: { id: number; interviewId: number | null };
  variables: readonly VariableShape[];
  values: ReadonlyMap<number, string>;
  typed?: Typed | undefined;
  errors?: Errors | undefined;
}

/** What is said of a source that belongs to no interview, by the project's own variables. */
export const SourceValues = ({ t, base, source, variables, values, typed, errors = {} }: Props) => {
  const words = t.structure.values;
  const saved = Object.fromEntries([...values].map(([id, value]) => [`value-${id}`, value]));
  const isOfInterview = source.interviewId !== null;
  return (
    <section class="source-section speakers" aria-labelledby="values">
      <h2 id="values">{words.title}</h2>
      <p class="soft">
        {isOfInterview ? words.ofInterview : variables.length === 0 ? words.none : words.lead}{' '}
        {!isOfInterview && <a href={`${base}/variables`}>{words.variables}</a>}
      </p>
      {!isOfInterview && variables.length > 0 && (
        <form class="form" method="post" action={`${base}/${source.id}/values`}>
          {variables.map((variable) => (
            <VariableField
              t={t}
              variable={variable}
              typed={{ ...saved, ...typed }}
              errors={errors}
            />
          ))}
          <Button>{words.save}</Button>
        </form>
      )}
    </section>
  );
};
