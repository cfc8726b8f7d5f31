import type { LoaderFunctionArgs } from "@remix-run/node";
import { isUuid } from "~/domain/shared/ids";
import { sendCasePaper } from "~/features/cases/case-papers.server";
import { publicPaperCase } from "~/features/cases/public-paper.server";
import { findRegion } from "~/features/regions/membership.server";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** A paper of a case of the public register, for everybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const region = await findRegion(params.region ?? "");
  const { item: itemId, paper: paperId } = params;
  if (!region || !isUuid(itemId) || !isUuid(paperId)) notFound();
  const access = { regionId: region.id, personId: null, via: "link" as const };
  const caseId = await withRegion(access, (db) => publicPaperCase(db, { itemId, paperId }));
  if (!caseId) notFound();
  return (await sendCasePaper(request, access, { caseId, paperId }, async () => true)) ?? notFound();
}
