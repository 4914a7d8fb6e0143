import type { ShellProps } from '../layout/types.ts';

export interface ProgressProps {
  interviews: Record<'planned' | 'done' | 'transcribed' | 'coded' | 'cancelled', number>;
  respondents: number;
  questions: number;
  sources: number;
  uncodedSources: number;
  codes: number;
  codings: number;
  /** Interviews left out of these counts because consent was withdrawn. */
  withdrawn: number;
}

/** What a new project wants first, with what has been done ticked off. */
export const FirstSteps = ({
  t,
  base,
  progress,
}: {
  t: ShellProps['t']['overview'];
  base: string;
  progress: ProgressProps;
}) => {
  const held = Object.values(progress.interviews).reduce((sum, n) => sum + n, 0);
  const steps = [
    { ...t.steps.interviews, href: `${base}/interviews/new`, isDone: held > 0 },
    { ...t.steps.guide, href: `${base}/guide`, isDone: progress.questions > 0 },
    { ...t.steps.sources, href: `${base}/sources/upload`, isDone: progress.sources > 0 },
    { ...t.steps.codebook, href: `${base}/codebook`, isDone: progress.codes > 0 },
    { ...t.steps.code, href: `${base}/sources`, isDone: progress.codings > 0 },
    { ...t.steps.themes, href: `${base}/themes`, isDone: false },
  ];
  return (
    <section class="first-steps" aria-labelledby="start">
      <h2 id="start">{t.startTitle}</h2>
      <p>{t.startLead}</p>
      <ol class="start-list">
        {steps.map((step) => (
          <li class={step.isDone ? 'start-step start-done' : 'start-step'}>
            <a class="start-link" href={step.href}>
              {step.title}
            </a>
            {step.isDone && <span class="start-state">{t.stepDone}</span>}
            <span class="start-text">{step.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
