import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseFormView } from "~/features/cases/case.view.server";
import { sendCasePaper } from "~/features/cases/case-papers.server";
import { requireCase } from "~/features/cases/require-case.server";
import { notFound } from "~/platform/http/responses.server";

/** A paper of a case, for those who may see the case. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, caseId, seen } = await requireCase(request, params, "bodies.see");
  const paper = { caseId, paperId: params.paper ?? "" };
  const sent = await sendCasePaper(request, access, paper, async (db, id) => {
    return (await caseFormView(db, { id, maySee: await seen(db) })) !== null;
  });
  return sent ?? notFound();
}
