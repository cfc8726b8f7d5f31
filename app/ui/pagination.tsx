import type { ReactNode } from "react";
import { LinkButton } from "./button";

/** The next page of a list, by keyset: "Vis 50 til". */
export function ShowMore({ to, label, shown }: { to: string; label: string; shown?: ReactNode }) {
  return (
    <div className="sv-showmore">
      <LinkButton to={to} variant="secondary" small>
        {label}
      </LinkButton>
      {shown && <span className="sv-quiet sv-small">{shown}</span>}
    </div>
  );
}
