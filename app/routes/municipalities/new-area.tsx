import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AreaForm, type RefusedArea } from "~/features/municipalities/area-form";
import { areaSchema } from "~/features/municipalities/area-form.schema";
import { keptOf, refusedArea } from "~/features/municipalities/area-refusal.server";
import { areaToEdit } from "~/features/municipalities/areas.view.server";
import { saveArea } from "~/features/municipalities/save-area.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** An area or circle to be made. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "municipalities.edit");
  const today = new Date(todayIn(region.zone, new Date()));
  const area = await withRegion(access, (db) => areaToEdit(db, { id: null, today }));
  if (!area) notFound();
  return { area, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "municipalities.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, areaSchema());
  if (!parsed.ok) return data<RefusedArea>({ ...keptOf(form), errors: parsed.errors }, { status: 400 });
  const today = new Date(todayIn(region.zone, new Date()));
  const result = await withRegion(access, (db) => saveArea(db, { id: null, input: parsed.value, today }));
  if (!result.ok) return data<RefusedArea>(refusedArea(form, result, 0), { status: 400 });
  return redirectWithToast(paths.area(region.slug, result.id), m.areas_saved({ name: parsed.value.name }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.areas_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_loaded, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.areas_title(), to: paths.areas(slug) },
    { label: m.areas_new() },
  ],
};

export default function NewArea() {
  const { area, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.areas_new()} />
      <AreaForm area={area} refused={refused} cancelTo={paths.areas(slug)} />
    </>
  );
}
