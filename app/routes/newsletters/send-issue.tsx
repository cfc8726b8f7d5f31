import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerSendForm } from "~/features/newsletters/answer-send-form.server";
import { requireIssue } from "~/features/newsletters/require-issue.server";
import { SendPage } from "~/features/newsletters/send-page";
import { sendView } from "~/features/newsletters/send-page.view.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** Sends an issue, now or at a time that is set. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, issue } = await requireIssue(request, params, "newsletters.write");
  const view = await withRegion(access, (db) => sendView(db, issue, new Date()));
  return { view, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, issueId } = await requireIssue(request, params, "newsletters.write");
  const input = { access, issueId, zone: region.zone, now: new Date() };
  const answer = await answerSendForm(await readForm(request), input);
  if (!answer.ok) return answer.refusal;
  throw redirectWithToast(paths.issue(region.slug, issueId), answer.done);
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle<{ view: { id: string; title: string } }> = {
  crumb: ({ view }, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: view.title, to: paths.issue(slug, view.id) },
    { label: m.newsletters_sending() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.newsletters_sending(), data?.view.title, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function SendIssueRoute() {
  const { view, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.newsletters_sending()} sub={view.heading || view.title} />
      <SendPage view={view} slug={slug} refused={refused} />
    </>
  );
}
