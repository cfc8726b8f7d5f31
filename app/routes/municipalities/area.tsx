import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { AreaPage } from "~/features/municipalities/area-page";
import { areaDetail } from "~/features/municipalities/areas.view.server";
import { kindWords } from "~/features/municipalities/municipality-facts-panels";
import { RemoveArea, type RemoveAsked } from "~/features/municipalities/remove-area";
import { removeArea } from "~/features/municipalities/remove-area.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One area or circle. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "municipalities.see");
  const today = new Date(todayIn(region.zone, new Date()));
  const area = await withRegion(access, (db) => areaDetail(db, { id: params.area ?? "", today }));
  if (!area) notFound();
  const mayEdit = can(roles, "municipalities.edit");
  const audiences = can(roles, "audiences.see") ? area.audiences : [];
  const fees = can(roles, "accounts.see") ? area.fees : [];
  return { area: { ...area, audiences, fees }, mayEdit, region: region.name, slug: region.slug };
}

/** Removes the area, once that has been asked about and answered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "municipalities.edit");
  const form = await readForm(request);
  const id = params.area ?? "";
  if (form.get("sure") !== "yes") {
    const today = new Date(todayIn(region.zone, new Date()));
    const area = await withRegion(access, (db) => areaDetail(db, { id, today }));
    if (!area) notFound();
    return data<RemoveAsked>({ audiences: area.audiences, fees: area.fees }, { status: 409 });
  }
  const result = await withRegion(access, (db) => removeArea(db, id));
  if (result.ok) return redirectWithToast(paths.areas(region.slug), m.areas_removed({ name: result.name }));
  if (result.reason === "not-found") notFound();
  return data<RemoveAsked>({ audiences: result.audiences, fees: result.fees }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.area.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ area }, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: m.areas_title(), to: paths.areas(slug) },
    { label: area.name },
  ],
};

export default function Area() {
  const { area, mayEdit, slug } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={area.name}
        sub={[kindWords[area.kind](), m.areas_count({ n: area.municipalities.length })].join(" · ")}
        actions={
          mayEdit && (
            <LinkButton to={paths.editArea(slug, area.id)} variant="secondary" icon="pencil">
              {m.common_edit()}
            </LinkButton>
          )
        }
      />
      <div className="sv-stack">
        {mayEdit && asked && <RemoveArea area={area} slug={slug} asked={asked} />}
        {area.description && <p className="sv-prose sv-lines">{area.description}</p>}
        <AreaPage area={area} slug={slug} />
        {mayEdit && !asked && <RemoveArea area={area} slug={slug} />}
      </div>
    </>
  );
}
