import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { StateGlyph } from "./state";

/** A state in words on a tint. Accent is "under way"; the other tones keep the meanings of notes. */
export function Tag({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: "neutral" | "accent" | "warning" | "danger" | "success";
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className="ds-tag sv-tag" data-color={tone === "accent" ? undefined : tone}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

/** Who is responsible, by code. The full name is a tooltip, and what screen readers say. `unbound` is nobody yet. */
export function Chip({
  kind = "actor",
  code,
  name,
  lead,
}: {
  kind?: "actor" | "group" | "unbound";
  code: string;
  name?: string;
  lead?: boolean;
}) {
  const spoken = name !== undefined && name !== code;
  return (
    <span className="sv-chip" title={spoken ? name : undefined} data-kind={kind} data-lead={lead || undefined}>
      {kind === "group" && <Icon name="person-group" size={14} />}
      {kind === "unbound" && <StateGlyph state="needs-person" size={12} />}
      {spoken ? (
        <>
          <span aria-hidden="true">{code}</span>
          <span className="ds-sr-only">{name}</span>
        </>
      ) : (
        code
      )}
    </span>
  );
}

export function Chips({ children }: { children: ReactNode }) {
  return <span className="sv-chips">{children}</span>;
}
