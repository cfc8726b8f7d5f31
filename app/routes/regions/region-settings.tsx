import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { followHours } from "~/features/events/event-wakes.server";
import { changeRegion } from "~/features/regions/change-region.server";
import { dropPriorityArea } from "~/features/regions/drop-priority-area.server";
import { keepPriorityArea } from "~/features/regions/keep-priority-area.server";
import { type Membership, requireRegion } from "~/features/regions/membership.server";
import { PriorityAreaList } from "~/features/regions/priority-area-list";
import { RegionForm } from "~/features/regions/region-form";
import { regionSettingsView } from "~/features/regions/settings.view.server";
import { priorityAreaSchema, regionSchema } from "~/features/regions/settings-form.schema";
import { SettingsHead } from "~/features/regions/settings-tabs";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Columns } from "~/ui/panel";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "region.edit");
  const view = await withRegion(access, regionSettingsView);
  const area = new URL(request.url).searchParams.get("area");
  return { ...view, slug: region.slug, editing: view.areas.some(({ id }) => id === area) ? area : null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const membership = await requireRegion(request, params.region, "region.edit");
  const form = await readForm(request);
  const intent = form.get("intent");
  if (intent === "region") return saveRegion(membership, form);
  if (intent === "area") return saveArea(membership, form);
  if (intent === "remove-area") return removeArea(membership, form);
  return notFound();
}

async function saveRegion({ access, region }: Membership, form: FormData) {
  const languages = form.getAll("languages[]").map(String);
  const parsed = parseForm(form, regionSchema());
  if (!parsed.ok) return data({ about: "region" as const, languages, ...parsed }, { status: 400 });
  const seen = String(form.get("version"));
  const saved = await withRegion(access, async (db) => {
    const answer = await changeRegion(db, { settings: parsed.value, seen });
    if (answer.ok) await followHours(db, new Date());
    return answer;
  });
  if (saved.ok) return redirectWithToast(paths.regionSettings(region.slug), m.regions_saved());
  const refusal = refuse(form, { form: m.common_changed_meanwhile() });
  return data({ about: "region" as const, languages, ...refusal }, { status: 409 });
}

async function saveArea({ access, region }: Membership, form: FormData) {
  const about = { about: "area" as const, area: String(form.get("area") ?? "") };
  const parsed = parseForm(form, priorityAreaSchema());
  if (!parsed.ok) return data({ ...about, ...parsed }, { status: 400 });
  if (about.area !== "" && !isUuid(about.area)) notFound();
  const { number, areaName: name } = parsed.value;
  const kept = await withRegion(access, (db) => keepPriorityArea(db, { id: about.area || null, number, name }));
  if (kept.ok) return redirectWithToast(paths.regionSettings(region.slug), m.regions_area_saved({ name }));
  if (kept.reason === "no-such-area") notFound();
  return data({ ...about, ...refuse(form, { number: m.regions_area_number_taken() }) }, { status: 400 });
}

async function removeArea({ access, region }: Membership, form: FormData) {
  const area = form.get("area");
  if (!isUuid(area)) notFound();
  const removed = await withRegion(access, (db) => dropPriorityArea(db, area));
  if (!removed.ok && removed.reason === "no-such-area") notFound();
  if (!removed.ok) return redirectWithToast(paths.regionSettings(region.slug), m.regions_area_in_action_plan());
  return redirectWithToast(paths.regionSettings(region.slug), m.regions_area_removed({ name: removed.name }));
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_region() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.regions_tab_region()} – ${m.regions_settings_title()} – ${view?.settings.name ?? ""} – Samvirk` },
];

export default function RegionSettingsPage() {
  const { settings, version, areas, nextNumber, editing, slug } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const area = refusal?.about === "area" ? refusal : null;
  return (
    <>
      <SettingsHead slug={slug} current="region" />
      <Columns
        main={
          <RegionForm
            key={version}
            settings={settings}
            version={version}
            refusal={refusal?.about === "region" ? refusal : null}
          />
        }
        side={
          <PriorityAreaList
            areas={areas}
            nextNumber={nextNumber}
            editing={area ? area.area : editing}
            refusal={area}
            page={paths.regionSettings(slug)}
          />
        }
      />
    </>
  );
}
