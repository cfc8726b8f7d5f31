import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actorErrors } from "~/features/actors/actor-errors";
import { ActorForm, newActorValues } from "~/features/actors/actor-form";
import { actorSchema } from "~/features/actors/actor-form.schema";
import { parentChoices } from "~/features/actors/actors.view.server";
import { addActor } from "~/features/actors/keep-actor.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.edit");
  const { parents } = await withRegion(access, (db) => parentChoices(db, null));
  const asked = new URL(request.url).searchParams.get("parent");
  const parent = parents.find(({ id }) => id === asked) ?? null;
  return { parents, parent, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, actorSchema());
  if (!parsed.ok) return data(parsed, { status: 400 });
  const { version: _, ...input } = parsed.value;
  const added = await withRegion(access, (db) => addActor(db, input));
  if (!added.ok) return data(refuse(form, actorErrors(added)), { status: 400 });
  return redirectWithToast(paths.actor(region.slug, added.id), m.actors_added({ name: input.name }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.actors_new(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle: Handle<Loaded> = {
  crumb: ({ parent }, slug) => [
    { label: m.actors_title(), to: paths.actors(slug) },
    ...(parent ? [{ label: parent.name, to: paths.actor(slug, parent.id) }] : []),
    { label: parent ? m.actors_new_unit() : m.actors_new() },
  ],
};

export default function NewActor() {
  const { parents, parent, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={parent ? m.actors_new_unit() : m.actors_new()}
        sub={parent && m.actors_unit_of({ name: parent.name })}
      />
      <ActorForm
        stands={newActorValues(parent?.id ?? "")}
        parents={parents}
        hasUnits={false}
        refused={refused}
        save={parent ? m.actors_make_unit() : m.actors_make()}
        cancelTo={parent ? paths.actor(slug, parent.id) : paths.actors(slug)}
      />
    </>
  );
}
