import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isUuid } from "~/domain/shared/ids";
import { answerDeputiesForm } from "~/features/events/answer-deputies-form.server";
import { deputiesView } from "~/features/events/deputies.view.server";
import { DeputiesEditor } from "~/features/events/deputies-editor";
import { personById } from "~/features/people/person.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = { person: { id: string; name: string } };

/** The person an address names, for somebody who may name anybody's deputies. */
async function requirePerson(request: Request, params: { region?: string; person?: string }) {
  const membership = await requireRegion(request, params.region, "deputies.edit");
  const personId = isUuid(params.person) ? params.person : notFound();
  const person = (await withRegion(membership.access, (db) => personById(db, personId))) ?? notFound();
  return { ...membership, person: { id: person.id, name: person.name } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, person } = await requirePerson(request, params);
  const deputies = await withRegion(access, (db) => deputiesView(db, { personId: person.id, municipalityId: null }));
  return { person, deputies, region: { name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, person } = await requirePerson(request, params);
  const form = await readForm(request);
  const of = { personId: person.id, municipalityId: null };
  const answer = await withRegion(access, (db) => answerDeputiesForm(db, { of, form }));
  if (answer.ok) return redirectWithToast(paths.personDeputies(region.slug, person.id), answer.done);
  return data(answer, { status: 400 });
}

export const handle: Handle<Loaded> = {
  crumb: ({ person }, slug) => [
    { label: person.name, to: paths.member(slug, person.id) },
    { label: m.events_deputies() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_deputies_of({ name: data?.person.name ?? "" })} – ${data?.region.name ?? ""} – Samvirk` },
];

export default function PersonDeputies() {
  const { person, deputies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.events_deputies_of({ name: person.name })} sub={m.events_deputies_lead()} />
      <DeputiesEditor deputies={deputies} forWhom={m.events_deputies_person({ name: person.name })} refused={refused} />
    </>
  );
}
