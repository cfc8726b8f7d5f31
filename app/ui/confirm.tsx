import { type ReactNode, useId } from "react";
import { LinkButton } from "./button";

/** Before something is sent or destroyed: what, to how many, when. The button repeats the verb ("Send til 8"). */
export function Confirm({
  title,
  tone = "accent",
  children,
  action,
  cancel,
}: {
  title: ReactNode;
  tone?: "accent" | "danger";
  children: ReactNode;
  action: ReactNode;
  cancel: { label: string; to: string };
}) {
  const heading = useId();
  return (
    <section className="sv-confirm" data-tone={tone} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <div className="sv-stack">{children}</div>
      <div className="sv-row">
        {action}
        <LinkButton to={cancel.to} variant="tertiary">
          {cancel.label}
        </LinkButton>
      </div>
    </section>
  );
}
