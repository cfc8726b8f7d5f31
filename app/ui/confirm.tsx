import { type ReactNode, useId } from "react";
import { LinkButton } from "./button";

/** Before something is sent or destroyed: what, to how many, when. The button repeats the verb ("Send til 8"). */
export function Confirm({
  title,
  level = 2,
  tone = "accent",
  children,
  action,
  cancel,
}: {
  title: ReactNode;
  /** 1 where it is the whole page. */
  level?: 1 | 2;
  tone?: "accent" | "danger";
  children: ReactNode;
  action: ReactNode;
  cancel: { label: string; to: string };
}) {
  const heading = useId();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <section className="sv-confirm" data-tone={tone} aria-labelledby={heading}>
      <Heading id={heading}>{title}</Heading>
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
