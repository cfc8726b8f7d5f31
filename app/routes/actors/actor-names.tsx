import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { ActorTabs } from "~/features/actors/actor-tabs";
import { answerNameForm } from "~/features/groups/answer-name-form.server";
import { namesView } from "~/features/groups/names.view.server";
import { NamesPage } from "~/features/groups/names-page";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

/** The names that plans and registers use, and what they mean. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "actors.see");
  const after = new URL(request.url).searchParams.get("after");
  const view = await withRegion(access, (db) => namesView(db, { after }));
  return { view, mayEdit: can(roles, "actors.edit"), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "actors.edit");
  const form = await readForm(request);
  const answer = await withRegion(access, (db) => answerNameForm(db, form));
  if (answer === null) return notFound();
  if (!answer.ok) return data(answer, { status: 400 });
  return redirectWithToast(paths.actorNames(region.slug), answer.done);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.actors_names_title(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = {
  crumb: (_, slug) => [{ label: m.actors_title(), to: paths.actors(slug) }, { label: m.actors_tab_names() }],
};

export default function ActorNames() {
  const { view, mayEdit, slug } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.actors_names_title()} sub={m.actors_names_sub()} />
      <ActorTabs slug={slug} current="names" unknown={view.total} />
      <NamesPage view={view} slug={slug} mayEdit={mayEdit} refusal={refusal} />
    </>
  );
}
