import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Button, EmptyState, PageHeader, TextArea, TextInput } from '../ui/index.ts';

interface Entry {
  id: number;
  name: string;
  description: string;
}

/** All projects, and the form for a new one. */
export const ProjectsPage = ({
  shell,
  projects,
  typed,
  errors,
}: {
  shell: ShellProps;
  projects: readonly Entry[];
  typed: Record<string, string | string[]>;
  errors: Record<string, string>;
}) => {
  const t = shell.t.projects;
  return (
    <Shell shell={shell} title={t.title}>
      <PageHeader title={t.title} lead={t.lead} />
      {projects.length === 0 && <EmptyState title={t.empty}>{t.emptyStep}</EmptyState>}
      <ul>
        {projects.map((project) => (
          <li>
            <a href={`/projects/${project.id}`}>{project.name}</a> {project.description}
          </li>
        ))}
      </ul>
      <form method="post" action="/projects">
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
        <Button kind="primary">{t.create}</Button>
      </form>
    </Shell>
  );
};
