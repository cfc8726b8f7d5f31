import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { groupErrors } from "~/features/groups/group-errors";
import { GroupForm, type RefusedGroup } from "~/features/groups/group-form";
import { groupSchema } from "~/features/groups/group-form.schema";
import { groupToEdit } from "~/features/groups/groups.view.server";
import { editGroup } from "~/features/groups/keep-group.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "groups.edit");
  const today = todayIn(region.zone, systemClock());
  const found = await withRegion(access, (db) => groupToEdit(db, { id: params.group ?? "", today }));
  if (!found) notFound();
  return { ...found, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "groups.edit");
  const id = isUuid(params.group) ? params.group : notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, groupSchema());
  if (!parsed.ok) return data<RefusedGroup>(parsed, { status: 400 });
  const saved = await withRegion(access, (db) => editGroup(db, { id, ...parsed.value }));
  if (saved.ok) return redirectWithToast(paths.group(region.slug, id), m.groups_saved());
  if (saved.reason === "not-found") return notFound();
  if (saved.reason === "changed-meanwhile") {
    const refused = refuse(form, { form: m.common_changed_meanwhile() });
    return data<RefusedGroup>({ ...refused, version: saved.version }, { status: 409 });
  }
  return data<RefusedGroup>(refuse(form, groupErrors(saved.reason)), { status: 400 });
}

export const handle: Handle<{ group: { id: string; name: string } }> = {
  crumb: ({ group }, slug) => [
    { label: m.groups_title(), to: paths.groups(slug) },
    { label: group.name, to: paths.group(slug, group.id) },
    { label: m.common_edit() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: [m.groups_edit_title(), view?.group.name, view?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function EditGroup() {
  const { group, actors, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.groups_edit_title()} sub={group.name} />
      <GroupForm group={group} actors={actors} refused={refused} cancelTo={paths.group(slug, group.id)} />
    </>
  );
}
