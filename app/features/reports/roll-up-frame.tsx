import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { PublicFrame } from "~/features/regions/public-frame";
import { errorTitle } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

type Crumb = { label: string; to: string };

/** The frame of the pages of a directorate, which belong to no region: where one is, a head, and what is read. */
export function RollUpFrame({
  back,
  children,
  ...head
}: { back?: Crumb; children: ReactNode } & Parameters<typeof PageHead>[0]) {
  return (
    <PublicFrame wide>
      <div className="sv-stack">
        {back && (
          <p>
            <Link className="sv-link" to={back.to}>
              {back.label}
            </Link>
          </p>
        )}
        <PageHead {...head} />
        {children}
        <Form method="post" action={paths.signOut()} className="sv-row sv-noprint" reloadDocument>
          <LinkButton to={paths.account()} variant="secondary">
            {m.nav_account()}
          </LinkButton>
          <Button variant="tertiary">{m.nav_sign_out()}</Button>
        </Form>
      </div>
    </PublicFrame>
  );
}

/** The title of the document; what went wrong where the page could not be made. */
export const rollUpTitle = (title: string | undefined, error: unknown) => [
  { title: title === undefined ? errorTitle(error) : `${title} – Samvirk` },
];
