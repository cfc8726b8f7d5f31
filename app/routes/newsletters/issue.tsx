import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerIssueForm, imageTooLarge } from "~/features/newsletters/answer-issue-form.server";
import { composerView } from "~/features/newsletters/composer.view.server";
import { framed, issueRecipients, mailOf } from "~/features/newsletters/composer-mail.server";
import { ComposerPage } from "~/features/newsletters/composer-page";
import { composerLink, readComposerQuery } from "~/features/newsletters/composer-query";
import { requireIssue } from "~/features/newsletters/require-issue.server";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import { tooLargeHeader } from "~/platform/http/security.server";
import type { Handle } from "~/routes/regions/shell";

export const handle: Handle<{ composer: { issue: { number: string } } }> = {
  crumb: ({ composer }, slug) => [
    { label: m.newsletters_title(), to: paths.newsletters(slug) },
    { label: composer.issue.number },
  ],
  wide: true,
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${m.newsletters_issue_title({ number: data?.composer.issue.number ?? "" })} – ${data?.composer.region.name ?? ""} – Samvirk`,
  },
];

/** An issue, to be written or read; the address says which piece is open and how it is shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, issue, personId, mayWrite } = await requireIssue(request, params, "newsletters.see");
  const query = readComposerQuery(new URL(request.url).searchParams);
  const now = new Date();
  const who = { personId, mayWrite, locale: getLocale(), now };
  return withRegion(access, async (db) => {
    const composer = await composerView(db, issue, query, who);
    const recipients = await issueRecipients(db, issue, now);
    const preview = framed(await mailOf(db, issue, { language: composer.preview.language, recipients }));
    const { first: _, ...counts } = recipients;
    return { slug: region.slug, query, composer, preview, recipients: counts };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, issueId, issue, personId } = await requireIssue(request, params, "newsletters.write");
  const query = readComposerQuery(new URL(request.url).searchParams);
  const number = `${issue.number}/${issue.year}`;
  const answer = request.headers.has(tooLargeHeader)
    ? imageTooLarge()
    : await answerIssueForm({ form: await readForm(request), access, issueId, number, personId, now: new Date() });
  if (!answer.ok) {
    if (answer.status === 404) notFound();
    return data(answer.refusal, { status: answer.status });
  }
  const back = composerLink(region.slug, issueId, query, answer.item ? { item: answer.item } : {});
  return answer.said === null ? redirect(back) : redirectWithToast(back, answer.said);
}

export default function Issue() {
  const loaded = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  return <ComposerPage {...loaded} refusal={refusal} key={loaded.composer.issue.id} />;
}
