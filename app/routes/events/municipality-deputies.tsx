import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerDeputiesForm } from "~/features/events/answer-deputies-form.server";
import { deputiesView } from "~/features/events/deputies.view.server";
import { DeputiesEditor } from "~/features/events/deputies-editor";
import { requireMunicipality } from "~/features/municipalities/require-municipality.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = { municipality: { number: string; name: string } };

const ofMunicipality = (municipalityId: string) => ({ personId: null, municipalityId });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { access, region, municipality } = await requireMunicipality(request, params, "deputies.edit");
  const deputies = await withRegion(access, (db) => deputiesView(db, ofMunicipality(municipality.id)));
  const { number, name } = municipality;
  return { municipality: { number, name }, deputies, region: { name: region.name } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { access, region, municipality, member } = await requireMunicipality(request, params, "deputies.edit");
  if (!member) notFound();
  const form = await readForm(request);
  const answer = await withRegion(access, (db) =>
    answerDeputiesForm(db, { of: ofMunicipality(municipality.id), form }),
  );
  if (answer.ok) return redirectWithToast(paths.municipalityDeputies(region.slug, municipality.number), answer.done);
  return data(answer, { status: 400 });
}

export const handle: Handle<Loaded> = {
  crumb: ({ municipality }, slug) => [
    { label: municipality.name, to: paths.municipality(slug, municipality.number) },
    { label: m.events_deputies() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.events_deputies_of({ name: data?.municipality.name ?? "" })} – ${data?.region.name ?? ""} – Samvirk` },
];

export default function MunicipalityDeputies() {
  const { municipality, deputies } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHead title={m.events_deputies_of({ name: municipality.name })} sub={m.events_deputies_lead()} />
      <DeputiesEditor
        deputies={deputies}
        forWhom={m.events_deputies_municipality({ municipality: municipality.name })}
        refused={refused}
      />
    </>
  );
}
