import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isUuid } from "~/domain/shared/ids";
import { writeItem } from "~/features/newsletters/answer-issue-form.server";
import { requireIssue } from "~/features/newsletters/require-issue.server";
import { paths } from "~/paths";
import { readForm } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** A piece has its place on the page of its issue. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, issueId } = await requireIssue(request, params, "newsletters.see");
  const item = params.item ?? "";
  if (!isUuid(item)) notFound();
  return redirect(`${paths.issue(region.slug, issueId)}?item=${item}`);
}

/** What the page saves while somebody writes; answered in JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access, issueId } = await requireIssue(request, params, "newsletters.write");
  const itemId = params.item ?? "";
  if (!isUuid(itemId)) notFound();
  const written = await writeItem(await readForm(request), access, { issueId, itemId });
  if (written.ok) return Response.json({ ...written, at: new Date().toISOString() });
  const { status, refusal } = written.answer;
  return Response.json({ ok: false, refusal: { ...refusal, values: {} } }, { status });
}
