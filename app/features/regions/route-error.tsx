import { isRouteErrorResponse } from "@remix-run/react";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/button";
import { ErrorPage } from "~/ui/error-page";

/** The one error page, by status: what happened, what to do. */
export function RouteError({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <ErrorPage
      title={status === 404 ? m.common_not_found() : status === 403 ? m.common_no_access() : m.common_failed()}
      action={<LinkButton to={paths.front()}>{m.common_to_front()}</LinkButton>}
    >
      {status === 404 ? m.common_not_found_why() : status === 403 ? m.common_no_access_why() : m.common_failed_why()}
    </ErrorPage>
  );
}
