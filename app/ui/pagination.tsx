import type { ReactNode } from "react";
import { LinkButton } from "./button";

/** The next page of a list, by keyset: "Vis 50 til". */
export function ShowMore({
  to,
  label,
  shown,
  preventScrollReset,
}: {
  to: string;
  label: string;
  shown?: ReactNode;
  /** Where what is shown stays, and more comes under it. */
  preventScrollReset?: boolean;
}) {
  return (
    <div className="sv-showmore">
      <LinkButton to={to} variant="secondary" small preventScrollReset={preventScrollReset}>
        {label}
      </LinkButton>
      {shown && <span className="sv-quiet sv-small">{shown}</span>}
    </div>
  );
}
