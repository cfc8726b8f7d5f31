import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useRouteError } from "@remix-run/react";
import { publicIssueView } from "~/features/newsletters/archive.view.server";
import { IssueArticle } from "~/features/newsletters/issue-article";
import { requirePublicRegion } from "~/features/regions/public-access.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { PublicRegionFrame } from "~/features/regions/public-region-page";
import { errorTitle, RouteError } from "~/features/regions/route-error";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/button";
import { CardSection } from "~/ui/public-parts";

/** One issue, as it was sent. One that is not sent, or not open, is 404. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, page, zone } = await requirePublicRegion(request, params.region, new Date());
  const asked = { locale: getLocale(), zone };
  const issue = await withRegion(access, (db) => publicIssueView(db, params.issue ?? "", asked));
  if (!issue) notFound();
  return { page, dress: { ...page.dress, accent: issue.region.accent }, issue };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  data
    ? [
        { title: `${data.issue.heading} – ${data.page.name} – Samvirk` },
        { name: "description", content: data.issue.summary },
      ]
    : [{ title: errorTitle(error) }];

export default function PublicIssueRoute() {
  const { page, issue } = useLoaderData<typeof loader>();
  return (
    <PublicRegionFrame region={page}>
      <IssueArticle issue={issue}>
        <CardSection>
          <div className="sv-row sv-issue-ways">
            <LinkButton to={paths.publicNewsletters(page.slug)} accent>
              {m.subscriptions_subscribe()}
            </LinkButton>
            <Link to={paths.publicNewsletters(page.slug)}>{m.newsletters_archive_all()}</Link>
          </div>
        </CardSection>
      </IssueArticle>
    </PublicRegionFrame>
  );
}

/** One that is not open, or none: the same page as for any address that nothing stands at. */
export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
