import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { wordsIn } from "~/domain/newsletters/words";
import { issueRecipients } from "~/features/newsletters/issue-recipients.view.server";
import { RecipientsPage } from "~/features/newsletters/recipients-page";
import { requireIssue } from "~/features/newsletters/require-issue.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** Who gets an issue: those it was sent to, or those who would get it now, with everybody's address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, issue } = await requireIssue(request, params, "newsletters.write");
  const after = new URL(request.url).searchParams.get("after");
  const view = await withRegion(access, (db) => issueRecipients(db, issue, { after, now: new Date() }));
  const { id, year, number, newsletter } = issue;
  const title = `${newsletter.name} ${number}/${year}`;
  const heading = wordsIn(issue.subject, getLocale());
  return { view, issue: { id, title, heading }, region: region.name, slug: region.slug };
}

export const handle: Handle<{ issue: { id: string; title: string } }> = {
  crumb: ({ issue }, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: issue.title, to: paths.issue(slug, issue.id) },
    { label: m.newsletters_recipients() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.newsletters_recipients(), data?.issue.title, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function IssueRecipientsRoute() {
  const { view, issue, slug } = useLoaderData<typeof loader>();
  const sub = view.kind === "sent" ? m.newsletters_recipients_sent() : m.newsletters_recipients_now();
  return (
    <>
      <PageHead title={m.newsletters_recipients()} sub={`${issue.heading || issue.title}. ${sub}`} />
      <RecipientsPage view={view} base={paths.issueRecipients(slug, issue.id)} />
    </>
  );
}
