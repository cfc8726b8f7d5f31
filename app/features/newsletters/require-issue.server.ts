import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { findIssue } from "~/features/newsletters/issues.db.server";
import { requireRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/**
 * The issue an address names, for somebody who may see it, or write it: one the region does not have is 404, one whose
 * newsletter somebody else writes is 403.
 */
export async function requireIssue(
  request: Request,
  params: { region?: string | undefined; issue?: string | undefined },
  action: "newsletters.see" | "newsletters.write",
) {
  const membership = await requireRegion(request, params.region, "newsletters.see");
  const issueId = params.issue ?? "";
  if (!isUuid(issueId)) notFound();
  const issue = await withRegion(membership.access, (db) => findIssue(db, issueId));
  if (!issue) notFound();
  const isEditor = issue.newsletter.editors.some(({ personId }) => personId === membership.personId);
  const mayWrite = can(membership.roles, "newsletters.write", { isEditor });
  if (action === "newsletters.write" && !mayWrite) forbidden();
  return { ...membership, issueId, issue, mayWrite };
}
