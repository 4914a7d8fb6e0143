import type { Messages } from '../messages/index.ts';
import { classes, codeColourClass } from '../ui/index.ts';
import type { CodeView, UsageView } from './types.ts';

/** One code as it is read and printed: its name, its facts, its rule. */
export const DocumentEntry = ({
  t,
  code,
  used,
  examples = [],
}: {
  t: Messages['codebook'];
  code: CodeView;
  /** Left out where nothing is counted. */
  used?: UsageView;
  /** Passages picked as examples, with where they are from. */
  examples?: readonly string[] | undefined;
}) => {
  const Heading = code.depth === 0 ? 'h2' : 'h3';
  const facts = [
    ...(used ? [t.codingsOf({ own: used.own, all: code.below > 0 ? used.all : null })] : []),
    ...(code.key === null ? [] : [`${t.key} ${code.key.toUpperCase()}`]),
    ...(code.isCodable ? [] : [t.structure]),
  ];
  const rule = [
    [null, code.definition],
    [t.useWhen, code.useWhen],
    [t.notWhen, code.notWhen],
    [t.example, code.example],
    ...examples.map((text) => [t.example, text] as const),
  ] as const;
  return (
    <section class={classes('document-code', `depth-${Math.min(code.depth, 6)}`)}>
      <Heading class={codeColourClass(code.colourNumber)} dir="auto">
        <span class="swatch" aria-hidden="true" />
        {code.depth > 1 && (
          <span class="document-path">{`${code.names.slice(1, -1).join(' › ')} › `}</span>
        )}
        {code.name}
      </Heading>
      {facts.length > 0 && <p class="small soft">{facts.join(' · ')}</p>}
      {rule
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <p class="codebook-words" dir="auto">
            {label !== null && <strong>{`${label}: `}</strong>}
            {text}
          </p>
        ))}
    </section>
  );
};
