import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type Tone = "info" | "warning" | "danger" | "success";

const ICON: Record<Tone, IconName> = { info: "info", warning: "warning", danger: "warning", success: "check" };

/** A message where it happened. `live` is read out when it appears; failures at once. */
export function Note({
  tone = "info",
  title,
  children,
  action,
  live,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: { label: string; to: string };
  live?: boolean;
}) {
  return (
    <div className="sv-note" data-tone={tone} role={live ? (tone === "danger" ? "alert" : "status") : undefined}>
      <Icon name={ICON[tone]} />
      <div>
        {title && <b className="sv-note__t">{title}</b>}
        {children}
        {action && (
          <Link className="sv-note__a" to={action.to}>
            {action.label}
          </Link>
        )}
      </div>
    </div>
  );
}
