import type { LoaderFunctionArgs } from "@remix-run/node";
import { issueRecipients, mailOf } from "~/features/newsletters/composer-mail.server";
import { readComposerQuery } from "~/features/newsletters/composer-query";
import { requireIssue } from "~/features/newsletters/require-issue.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The mail of an issue alone, for the frame of its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, issue } = await requireIssue(request, params, "newsletters.see");
  const asked = new URL(request.url).searchParams;
  const language = readComposerQuery(new URLSearchParams({ preview: asked.get("language") ?? "" })).preview ?? "nb";
  const { mail } = await withRegion(access, async (db) => {
    const recipients = await issueRecipients(db, issue, new Date());
    return mailOf(db, issue, { language, recipients });
  });
  if (!mail) notFound();
  return new Response(mail.html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
