import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeFacts } from "~/features/municipalities/change-facts.server";
import { factsOf } from "~/features/municipalities/municipality-facts.view.server";
import { MunicipalityFactsForm, type RefusedFacts } from "~/features/municipalities/municipality-facts-form";
import { municipalityFactsSchema } from "~/features/municipalities/municipality-facts-form.schema";
import { requireMunicipality } from "~/features/municipalities/require-municipality.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, valuesOf } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What the region knows of a municipality, to be changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, municipality } = await requireMunicipality(request, params, "municipalities.edit");
  const { number, name } = municipality;
  return { municipality: { number, name }, facts: factsOf(municipality), region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, municipality, today } = await requireMunicipality(request, params, "municipalities.edit");
  const form = await readForm(request);
  const parsed = parseForm(form, municipalityFactsSchema(today.getUTCFullYear()));
  if (!parsed.ok) return data<RefusedFacts>(parsed, { status: 400 });
  const { number, name } = municipality;
  const result = await withRegion(access, (db) => changeFacts(db, { number, input: parsed.value, now: new Date() }));
  if (result.ok)
    return redirectWithToast(paths.municipality(region.slug, number), m.municipalities_facts_saved({ name }));
  if (result.reason === "not-found") notFound();
  const refused: RefusedFacts = { errors: {}, values: valuesOf(form) };
  if (result.reason === "tied") return data<RefusedFacts>({ ...refused, ties: result.ties }, { status: 409 });
  return data<RefusedFacts>({ ...refused, now: result.now }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: [data && m.municipalities_edit_title({ name: data.municipality.name }), data?.region, "Samvirk"]
      .filter(Boolean)
      .join(" – "),
  },
];

export const handle: Handle<Loaded> = {
  crumb: ({ municipality }, slug) => [
    { label: m.municipalities_title(), to: paths.municipalities(slug) },
    { label: municipality.name, to: paths.municipality(slug, municipality.number) },
    { label: m.common_edit() },
  ],
};

export default function EditMunicipality() {
  const { municipality, facts, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={m.municipalities_edit_title({ name: municipality.name })} />
      <MunicipalityFactsForm municipality={municipality} facts={facts} slug={slug} refused={refused} />
    </>
  );
}
