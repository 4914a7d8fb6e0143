import { classes } from './attributes.ts';
import type { Content, Extra } from './attributes.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

type Look = {
  /** `primary` once a page; `quiet` for what is seldom needed; `danger` for what takes away. */
  kind?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  size?: 'normal' | 'small' | undefined;
  icon?: IconName | undefined;
  children?: Content;
};

export type ButtonProps = Look &
  Extra & {
    type?: 'submit' | 'button' | 'reset' | undefined;
    name?: string | undefined;
    value?: string | number | undefined;
    /** The form it belongs to when it stands outside of it. */
    form?: string | undefined;
    formaction?: string | undefined;
    disabled?: boolean | undefined;
    title?: string | undefined;
    popovertarget?: string | undefined;
  };

export type ButtonLinkProps = Look &
  Extra & { href: string; download?: boolean | string | undefined; rel?: string | undefined };

const look = ({ kind, size, class: extra }: Look & Extra) =>
  classes(
    'button',
    kind !== undefined && kind !== 'plain' && `button-${kind}`,
    size === 'small' && 'button-small',
    extra,
  );

/** Does something: submits by default. */
export const Button = ({
  kind,
  size,
  icon,
  children,
  class: extra,
  type = 'submit',
  ...rest
}: ButtonProps) => (
  <button type={type} class={look({ kind, size, class: extra })} {...rest}>
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </button>
);

/** A small button that is an icon alone: its name is spoken, and shown to whoever points at it. */
export const IconButton = ({ icon, label, ...rest }: Extra & { icon: IconName; label: string }) => (
  <Button
    type="button"
    kind="quiet"
    size="small"
    icon={icon}
    aria-label={label}
    title={label}
    {...rest}
  />
);

/** Goes somewhere, with the weight of a button. */
export const ButtonLink = ({
  kind,
  size,
  icon,
  children,
  class: extra,
  ...rest
}: ButtonLinkProps) => (
  <a class={look({ kind, size, class: extra })} {...rest}>
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </a>
);
