import { classes } from './attributes.ts';
import type { Content, Extra } from './attributes.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** What belongs here, and the first step towards it. */
export const EmptyState = (props: {
  title: Content;
  children?: Content;
  action?: Content;
  level?: 2 | 3 | undefined;
}) => (
  <div class="empty">
    {props.level === 3 ? <h3>{props.title}</h3> : <h2>{props.title}</h2>}
    <p class="empty-text">{props.children}</p>
    {props.action != null && <div class="actions">{props.action}</div>}
  </div>
);

export type ToastMessage = {
  message: Content;
  /** Takes back what was just done, by posting to `action`. */
  undo?:
    | {
        action: string;
        label: string;
        fields?: Record<string, string | number> | undefined;
        attributes?: Extra | undefined;
      }
    | undefined;
  /** Words of the close button, which script needs; without them there is none. */
  dismiss?: string | undefined;
};

/** One message with its way back. Send it alone as a fragment into `#toasts`. */
export const Toast = ({ message, undo, dismiss }: ToastMessage) => (
  <div class="toast" data-toast>
    <span class="toast-text">{message}</span>
    {undo !== undefined && (
      <form method="post" action={undo.action} {...undo.attributes}>
        {Object.entries(undo.fields ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <Button icon="undo">{undo.label}</Button>
      </form>
    )}
    {dismiss !== undefined && (
      <button type="button" class="button needs-script" aria-label={dismiss} data-toast-dismiss>
        <Icon name="close" />
      </button>
    )}
  </div>
);

/** Where toasts arrive; always on the page so that a screen reader hears the first one. */
export const ToastRegion = ({
  label,
  toast,
}: {
  label: string;
  toast?: ToastMessage | undefined;
}) => (
  <div id="toasts" class="toasts" role="status" aria-label={label}>
    {toast !== undefined && <Toast {...toast} />}
  </div>
);

/** Everything to put right, above the form; each line leads to its field (see `fieldId`). */
export const ErrorSummary = ({
  title,
  errors,
}: {
  title: Content;
  errors: readonly { href: string; message: Content }[];
}) =>
  errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} id="errors">
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={error.href}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );

/** Something to know before going on: a doubt, a protection, a stale number. */
export const Notice = ({ children, class: extra, ...rest }: Extra & { children?: Content }) => (
  <div class={classes('notice', extra)} {...rest}>
    {children}
  </div>
);

/** Shows, after 300 ms, that a request of the surrounding element is under way. */
export const Waiting = ({ label, class: extra, ...rest }: Extra & { label: string }) => (
  <span class={classes('htmx-indicator waiting', extra)} {...rest}>
    <span class="waiting-mark" aria-hidden="true" />
    {label}
  </span>
);

/** How far a long job is; without `value` it only says that it runs. */
export const Progress = (
  props: Extra & {
    label: string;
    value?: number | undefined;
    max?: number | undefined;
    detail?: Content;
  },
) => {
  const { label, value, max = 100, detail, class: extra, ...rest } = props;
  return (
    <div class={classes('progress', extra)} {...rest}>
      <span>{label}</span>
      <span class="soft small">{detail}</span>
      <progress aria-label={label} value={value} max={max} />
    </div>
  );
};
