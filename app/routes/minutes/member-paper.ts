import type { LoaderFunctionArgs } from "@remix-run/node";
import { isUuid } from "~/domain/shared/ids";
import { sendCasePaper } from "~/features/cases/case-papers.server";
import { paperCaseOf } from "~/features/minutes/member-cases.view.server";
import { findRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** A paper of a case that a member is asked about, by her own link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const region = await findRegion(params.region ?? "");
  const paperId = params.paper;
  if (!region || !isUuid(paperId)) notFound();
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const asked = { token: params.token ?? "", paperId, now: new Date() };
  const caseId = await withRegion(access, (db) => paperCaseOf(db, asked));
  if (!caseId) notFound();
  return (await sendCasePaper(request, access, { caseId, paperId }, async () => true)) ?? notFound();
}
