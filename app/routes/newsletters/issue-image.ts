import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireIssue } from "~/features/newsletters/require-issue.server";
import { sendIssueImage } from "~/features/newsletters/send-image.server";
import { notFound } from "~/platform/http/responses.server";

/** An image of an issue for those who see it before it is sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, issueId } = await requireIssue(request, params, "newsletters.see");
  return (await sendIssueImage(access, { issueId, imageId: params.image ?? "" })) ?? notFound();
}
