import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { actorErrors } from "~/features/actors/actor-errors";
import { ActorForm, actorValues, type RefusedActor } from "~/features/actors/actor-form";
import { actorSchema } from "~/features/actors/actor-form.schema";
import { actorToEdit } from "~/features/actors/actors.view.server";
import { changeActor } from "~/features/actors/keep-actor.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.edit");
  const view = await withRegion(access, (db) => actorToEdit(db, params.actor ?? ""));
  const { actor, parents, hasUnits } = view ?? notFound();
  const { id, name } = actor;
  return { id, name, stands: actorValues(actor), parents, hasUnits, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.edit");
  const id = isUuid(params.actor) ? params.actor : notFound();
  const form = await readForm(request);
  const parsed = parseForm(form, actorSchema());
  if (!parsed.ok) return data<RefusedActor>(parsed, { status: 400 });
  const saved = await withRegion(access, (db) => changeActor(db, { id, ...parsed.value }));
  if (saved.ok) return redirectWithToast(paths.actor(region.slug, id), m.actors_saved());
  if (saved.reason === "not-found") return notFound();
  if (saved.reason === "changed-meanwhile") {
    const refused = { errors: {}, values: valuesOf(form), now: actorValues(saved.now) };
    return data<RefusedActor>(refused, { status: 409 });
  }
  return data<RefusedActor>(refuse(form, actorErrors(saved)), { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data && m.actors_edit_title({ name: data.name }), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle: Handle<Loaded> = {
  crumb: ({ id, name }, slug) => [
    { label: m.actors_title(), to: paths.actors(slug) },
    { label: name, to: paths.actor(slug, id) },
    { label: m.common_edit() },
  ],
};

export default function EditActor() {
  const { id, name, stands, parents, hasUnits, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.actors_edit()} sub={name} />
      <ActorForm
        stands={stands}
        parents={parents}
        hasUnits={hasUnits}
        refused={refused}
        save={m.actors_save()}
        cancelTo={paths.actor(slug, id)}
      />
    </>
  );
}
