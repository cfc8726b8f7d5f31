import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { groupErrors } from "~/features/groups/group-errors";
import { GroupForm } from "~/features/groups/group-form";
import { groupSchema } from "~/features/groups/group-form.schema";
import { groupActorChoices } from "~/features/groups/groups.view.server";
import { newGroup } from "~/features/groups/keep-group.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "groups.edit");
  const today = todayIn(region.zone, systemClock());
  const actors = await withRegion(access, (db) => groupActorChoices(db, today));
  return { actors, slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "groups.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, groupSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const { version: _version, ...input } = parsed.value;
  const made = await withRegion(access, (db) => newGroup(db, input));
  if (made.ok) return redirectWithToast(paths.group(region.slug, made.id), m.groups_made());
  return data(refuse(form, groupErrors(made.reason)), { status: 400 });
}

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.groups_title(), to: paths.groups(slug) }, { label: m.groups_new() }],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.groups_new()} – ${view?.region ?? ""} – Samvirk` },
];

export default function NewGroup() {
  const { actors, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.groups_new()} />
      <GroupForm group={null} actors={actors} refused={refused} cancelTo={paths.groups(slug)} />
    </>
  );
}
