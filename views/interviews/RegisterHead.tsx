import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, PageHeader, type Content } from '../ui/index.ts';
import { calendarAddress, interviewsAddress, type InterviewsQuery } from './register-list.ts';

interface Props {
  shell: ShellProps;
  base: string;
}

/** Logging one, and bringing in a list: the first steps of an empty register, and the actions of any other. */
export const RegisterActions = ({ shell, base }: Props) => (
  <>
    <ButtonLink href={`${base}/register/import`}>{shell.t.register.start.title}</ButtonLink>
    <ButtonLink
      href={`${base}/interviews/new`}
      kind="primary"
      icon="add"
      data-page-key="n"
      aria-keyshortcuts="n"
    >
      {shell.t.interviews.log}
    </ButtonLink>
  </>
);

/** The head of the register's two views, each narrowed as the other is. */
export const RegisterHead = (
  props: Props & {
    query: InterviewsQuery;
    current: 'list' | 'calendar';
    lead?: Content;
    isEmpty?: boolean;
  },
) => {
  const { shell, base, query, current } = props;
  const t = shell.t.interviews;
  const days = current === 'list' ? {} : { from: undefined, to: undefined, dated: undefined };
  const month = query.from?.slice(0, 7);
  const views = [
    { key: 'list', href: interviewsAddress({ base, query }, { page: undefined, ...days }) },
    { key: 'calendar', href: calendarAddress({ base, query }, month) },
  ] as const;
  return (
    <>
      <PageHeader
        title={t.title}
        lead={props.lead}
        actions={
          <>
            <ButtonLink href={`${base}/guide`}>{t.guide}</ButtonLink>
            {props.isEmpty !== true && <RegisterActions {...{ shell, base }} />}
          </>
        }
      />
      <nav class="tabs" id="register-tabs" aria-label={t.calendar.tabs.label}>
        <ul class="tabs-list">
          {views.map(({ key, href }) => (
            <li>
              <a
                class="tab"
                href={href}
                aria-current={key === current ? 'page' : undefined}
                {...(key === current ? {} : { 'data-page-key': 'c', 'aria-keyshortcuts': 'c' })}
              >
                {t.calendar.tabs[key]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
};
