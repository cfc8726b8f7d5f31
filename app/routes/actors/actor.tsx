import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tellingShortName } from "~/domain/actors/short-name";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { actorView } from "~/features/actors/actor.view.server";
import { ActorPage } from "~/features/actors/actor-page";
import { kindNames, spanWords, tierNames } from "~/features/actors/actor-words";
import { answerActorForm } from "~/features/actors/answer-actor-form.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { LinkButton } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { Tag } from "~/ui/tag";

/** One actor with all that is its own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "actors.see");
  const asked = new URL(request.url).searchParams;
  const today = todayIn(region.zone, systemClock());
  const may = { edit: can(roles, "actors.edit"), members: can(roles, "members.edit") };
  const search = may.edit ? (asked.get("person") ?? "").trim().slice(0, 100) : "";
  const view = await withRegion(access, (db) =>
    actorView(db, {
      id: params.actor ?? "",
      today,
      after: asked.get("people"),
      search,
      removing: may.edit && asked.has("remove"),
    }),
  );
  const { slug, name, zone } = region;
  const adding = asked.get("add") === "person" || asked.has("person");
  return { view: view ?? notFound(), adding, search, today, may, slug, zone, region: name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.edit");
  const actorId = isUuid(params.actor) ? params.actor : notFound();
  const form = await readForm(request);
  const today = todayIn(region.zone, systemClock());
  const answer = await withRegion(access, (db) => answerActorForm(db, { form, actorId, today }));
  if (answer === null) return notFound();
  if (!answer.ok) return data(answer, { status: 400 });
  return redirectWithToast(answer.gone ? paths.actors(region.slug) : paths.actor(region.slug, actorId), answer.done);
}

/** Also after a refusal, so that what stands is shown. */
export const shouldRevalidate = () => true;

type Loaded = Awaited<ReturnType<typeof loader>>;

export const handle: Handle<Loaded> = {
  crumb: ({ view: { actor } }, slug) => [
    { label: m.actors_title(), to: paths.actors(slug) },
    ...(actor.parent ? [{ label: actor.parent.name, to: paths.actor(slug, actor.parent.id) }] : []),
    { label: actor.name },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.view.actor.name ?? m.common_not_found(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export default function Actor() {
  const { view, adding, search, today, may, slug, zone } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  const { actor, removal } = view;
  const when = spanWords(actor.span, today);
  const sub = [kindNames[actor.kind](), actor.parent && m.actors_unit_of({ name: actor.parent.name }), when];
  const page = paths.actor(slug, actor.id);
  return (
    <>
      <PageHead
        title={actor.name}
        tag={<Tag>{tierNames[actor.tier]()}</Tag>}
        sub={[tellingShortName(actor), ...sub].filter(Boolean).join(" · ")}
        actions={
          may.edit &&
          !removal && (
            <>
              <LinkButton to={`${page}?remove=1`} variant="tertiary" icon="trash">
                {m.actors_remove_or_end()}
              </LinkButton>
              <LinkButton to={paths.editActor(slug, actor.id)} icon="pencil">
                {m.common_edit()}
              </LinkButton>
            </>
          )
        }
      />
      <ActorPage
        {...{ view, slug, today, zone, adding, search, refusal }}
        mayEdit={may.edit}
        maySeeMembers={may.members}
      />
    </>
  );
}
