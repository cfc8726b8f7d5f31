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

type Loaded = Awaited<ReturnType<typeof loader>>;

/** An area or circle as it stands, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "municipalities.edit");
  const today = new Date(todayIn(region.zone, new Date()));
  const area = await withRegion(access, (db) => areaToEdit(db, { id: params.area ?? "", today }));
  if (!area) notFound();
  return { area, id: params.area ?? "", region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "municipalities.edit");
  const id = params.area ?? "";
  const today = new Date(todayIn(region.zone, new Date()));
  const area = await withRegion(access, (db) => areaToEdit(db, { id, today }));
  if (!area) notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, areaSchema());
  if (!parsed.ok) return data<RefusedArea>({ ...keptOf(form), errors: parsed.errors }, { status: 400 });
  const result = await withRegion(access, (db) => saveArea(db, { id, input: parsed.value, today }));
  if (result.ok) return redirectWithToast(paths.area(region.slug, id), m.areas_saved({ name: parsed.value.name }));
  if (result.reason === "not-found") notFound();
  const status = result.reason === "changed-meanwhile" ? 409 : 400;
  return data<RefusedArea>(refusedArea(form, result, area.version), { status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.areas_edit_title({ name: data.area.name }), data?.region, "Samvirk"].filter(Boolean).join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ area, id }, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.areas_title(), to: paths.areas(slug) },
    { label: area.name, to: paths.area(slug, id) },
    { label: m.common_edit() },
  ],
};

export default function EditArea() {
  const { area, id, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.areas_edit_title({ name: area.name })} />
      <AreaForm area={area} refused={refused} cancelTo={paths.area(slug, id)} />
    </>
  );
}
