import { Link } from "@remix-run/react";
import type { ComponentProps, MouseEventHandler, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type ButtonVariant = "primary" | "secondary" | "tertiary" | "danger";

type Look = {
  variant?: ButtonVariant;
  /** 32 px, for rows and panel heads; 44 px on touch. */
  small?: boolean;
  icon?: IconName;
  /** The children become the spoken name and the tooltip. */
  iconOnly?: boolean;
  /** Secondary and tertiary in the region's accent instead of neutral; for public pages. */
  accent?: boolean;
};

function lookProps({ variant = "primary", small, iconOnly, accent }: Look) {
  const quiet = variant === "secondary" || variant === "tertiary";
  return {
    className: `ds-button${small ? " sv-btn-sm" : ""}`,
    "data-variant": variant === "primary" ? undefined : variant === "danger" ? "secondary" : variant,
    "data-color": variant === "danger" ? "danger" : quiet && !accent ? "neutral" : undefined,
    "data-icon": iconOnly || undefined,
  };
}

function Content({ icon, iconOnly, small, children }: Look & { children?: ReactNode }) {
  const size = iconOnly ? 20 : small ? 16 : 18;
  return (
    <>
      {icon && <Icon name={icon} size={size} />}
      {iconOnly ? <span className="ds-sr-only">{children}</span> : children}
    </>
  );
}

function tooltip({ iconOnly }: Look, children: ReactNode) {
  return iconOnly && typeof children === "string" ? children : undefined;
}

/** A button that submits unless told otherwise. Never disabled: `busy` says that it works, and the server checks. */
export function Button({
  variant,
  small,
  icon,
  iconOnly,
  accent,
  busy,
  children,
  type = "submit",
  ...rest
}: Look & { busy?: boolean } & Omit<ComponentProps<"button">, "className" | "style">) {
  const look = { variant, small, icon: busy ? "hourglass" : icon, iconOnly, accent } satisfies Look;
  return (
    <button {...rest} {...lookProps(look)} type={type} title={tooltip(look, children)} aria-busy={busy || undefined}>
      <Content {...look}>{children}</Content>
    </button>
  );
}

/** A link that looks like a button. `reloadDocument` for files and feeds, which no page renders. */
export function LinkButton({
  variant,
  small,
  icon,
  iconOnly,
  accent,
  children,
  ...rest
}: Look & {
  to: string;
  reloadDocument?: boolean;
  download?: boolean | string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  preventScrollReset?: boolean;
  children: ReactNode;
}) {
  const look = { variant, small, icon, iconOnly, accent };
  return (
    <Link {...rest} {...lookProps(look)} title={tooltip(look, children)}>
      <Content {...look}>{children}</Content>
    </Link>
  );
}
