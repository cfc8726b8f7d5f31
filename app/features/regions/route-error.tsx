import { isRouteErrorResponse, useRouteLoaderData } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { ErrorPage } from "~/ui/error-page";

/** What happened and what to do, by status. */
const words: Record<number, { title: () => string; why: () => string }> = {
  403: { title: () => m.common_no_access(), why: () => m.common_no_access_why() },
  404: { title: () => m.common_not_found(), why: () => m.common_not_found_why() },
  413: { title: () => m.common_too_large(), why: () => m.common_too_large_why() },
};
const failed = { title: () => m.common_failed(), why: () => m.common_failed_why() };

/** The title of a document that shows the error page. */
export function errorTitle(error: unknown): string {
  const { title } = words[isRouteErrorResponse(error) ? error.status : 500] ?? failed;
  return `${title()} – Samvirk`;
}

/** The one error page. */
export function RouteError({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const reference = (useRouteLoaderData("root") as { reference?: string } | undefined)?.reference;
  const { title, why } = words[status] ?? failed;
  return (
    <ErrorPage
      title={title()}
      {...(status >= 500 && reference && { reference: m.common_reference({ reference }) })}
      action={<LinkButton to={paths.front()}>{m.common_to_front()}</LinkButton>}
    >
      {why()}
    </ErrorPage>
  );
}
