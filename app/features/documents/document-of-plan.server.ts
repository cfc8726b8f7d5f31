import { languageOf } from "~/domain/regions/written-standard";
import { readFilters } from "~/features/communications-plan/plan-query";
import { planDocument } from "~/features/documents/plan-document.view.server";
import { readDocumentQuery } from "~/features/documents/plan-document-query";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

/** The document an address asks for, of a plan the reader may see; 404 when there is no plan of that period. */
export async function documentOfPlan(request: Request, { region: slug, period }: { region?: string; period?: string }) {
  const { region, access } = await requireRegion(request, slug, "plan.see");
  const params = new URL(request.url).searchParams;
  const standard = languageOf[region.defaultStandard];
  const query = readDocumentQuery(params, standard);
  const view = await withRegion(access, (db) =>
    planDocument(db, {
      ...{ key: period ?? "", filters: readFilters(params), query },
      region: { name: region.name, programme: region.programme },
      today: todayIn(region.zone, new Date()),
    }),
  );
  if (!view) notFound();
  return { ...view, query, standard, region };
}
