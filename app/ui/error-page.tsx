import type { ReactNode } from "react";

/** 404, 403, 500: what happened, what to do, a reference number. Stands in the shell or on a public card. */
export function ErrorPage({
  title,
  children,
  reference,
  action,
}: {
  title: ReactNode;
  children: ReactNode;
  /** With its words: "Referanse 8f3a". */
  reference?: string;
  action?: ReactNode;
}) {
  return (
    <div className="sv-errorpage">
      <h1>{title}</h1>
      <div className="sv-prose">{children}</div>
      {action && <div className="sv-row">{action}</div>}
      {reference && <p className="sv-small sv-quiet">{reference}</p>}
    </div>
  );
}
