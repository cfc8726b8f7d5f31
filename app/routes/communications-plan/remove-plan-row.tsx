import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { periodTitle } from "~/features/communications-plan/period-title";
import { planRowToRemove } from "~/features/communications-plan/plan-row-edit.view.server";
import { removePlanRow } from "~/features/communications-plan/remove-plan-row.server";
import { RemoveRow } from "~/features/communications-plan/row-pages";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { versionField } from "~/platform/http/form-fields";
import { parseForm, readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** Before a row is removed: what goes with it, or why it stays. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const row = await withRegion(access, (db) => planRowToRemove(db, { key: params.period ?? "", id: params.row ?? "" }));
  if (!row) notFound();
  return { row, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const [key, id] = [params.period ?? "", params.row ?? ""];
  const parsed = parseForm(await readForm(request), z.object({ version: versionField() }));
  const version = parsed.ok ? parsed.value.version : -1;
  const removed = await withRegion(access, (db) => removePlanRow(db, { key, id, version }));
  if (removed.ok) return redirectWithToast(paths.plan(region.slug, key), m.plan_removed());
  if (removed.reason === "not-found") notFound();
  return data({ reason: removed.reason }, { status: 409 });
}

/** Also after a refusal: what stands now is what is asked about. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.plan_remove(), data?.row.channel, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ row }, slug) => [
    { label: m.nav_communications_plan(), to: paths.plans(slug) },
    { label: periodTitle(row.period), to: paths.plan(slug, row.key) },
    { label: row.channel, to: paths.planRow(slug, row.key, row.id) },
    { label: m.common_remove() },
  ],
};

export default function RemovePlanRow() {
  const { row, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <RemoveRow row={row} slug={slug} changed={refused?.reason === "changed-meanwhile"} />;
}
