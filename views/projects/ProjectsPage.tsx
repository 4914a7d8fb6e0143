import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Button,
  EmptyState,
  PageHeader,
  SectionHeader,
  TextArea,
  TextInput,
  When,
} from '../ui/index.ts';

interface Entry {
  id: number;
  name: string;
  description: string;
  interviews: number;
  sources: number;
  codings: number;
  withdrawn: number;
  lastChange: string | null;
}

export interface ProjectsPageProps {
  shell: ShellProps;
  projects: readonly Entry[];
  typed: Readonly<Record<string, string | string[]>>;
  errors: Readonly<Record<string, string>>;
}

/** All projects, and the form for a new one. */
export const ProjectsPage = ({ shell, projects, typed, errors }: ProjectsPageProps) => {
  const t = shell.t.projects;
  return (
    <Shell shell={shell} title={t.title}>
      <PageHeader title={t.title} lead={t.lead} />
      {projects.length === 0 && <EmptyState title={t.empty}>{t.emptyStep}</EmptyState>}
      <ul class="project-list">
        {projects.map((project) => (
          <li class="project-entry">
            <a class="project-name" href={`/projects/${project.id}`}>
              {project.name}
            </a>
            {project.description !== '' && (
              <p class="project-text">{firstParagraph(project.description)}</p>
            )}
            <p class="plain-note">
              {t.counts(project)}
              {project.lastChange !== null && (
                <>
                  {' · '}
                  {t.lastChange} <When at={project.lastChange} />
                </>
              )}
            </p>
            <LeftOut t={shell.t} projectId={project.id} n={project.withdrawn} />
          </li>
        ))}
      </ul>
      <section aria-labelledby="new-project">
        <SectionHeader id="new-project" title={t.newProject} />
        <form class="narrow-form" method="post" action="/projects">
          <TextInput
            name="name"
            label={t.name}
            hint={t.nameHint}
            value={String(typed['name'] ?? '')}
            error={errors['name']}
            required
          />
          <TextArea
            name="description"
            label={t.description}
            optional={shell.t.shell.optional}
            value={String(typed['description'] ?? '')}
            error={errors['description']}
          />
          <div class="actions">
            <Button kind="primary">{t.create}</Button>
          </div>
        </form>
      </section>
    </Shell>
  );
};

/** A list shows how a description begins; the project's own page has the rest. */
const firstParagraph = (markdown: string): string => markdown.split(/\n\s*\n/u)[0] ?? '';
