import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { changeMunicipality } from "~/features/municipalities/change-municipality.server";
import {
  ContactPersonPanel,
  EarlierPanel,
  type MunicipalityRefusal,
} from "~/features/municipalities/contact-person-panel";
import { municipalityDetail } from "~/features/municipalities/municipalities.view.server";
import { requireMunicipality } from "~/features/municipalities/require-municipality.server";
import { WrittenStandardPanel } from "~/features/municipalities/written-standard-panel";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One municipality: contact person, language, and those who were before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, municipality, today } = await requireMunicipality(
    request,
    params,
    "municipalities.see",
  );
  const view = await withRegion(access, (db) =>
    municipalityDetail(db, { municipality, today, regionDefault: region.defaultStandard }),
  );
  return {
    municipality: view,
    region: region.name,
    slug: region.slug,
    maySeeAll: can(roles, "municipalities.see"),
    mayEdit: can(roles, "municipalities.edit"),
    mayAssign: can(roles, "contact-person.assign", { municipalityId: municipality.id }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await requireMunicipality(request, params, "municipalities.see");
  const form = await readForm(request);
  const result = await changeMunicipality(found, form);
  if (!result.ok) return data<MunicipalityRefusal>(result.refusal, { status: result.refusal.asks ? 409 : 400 });
  const { slug } = found.region;
  const to = result.staysIn ? paths.municipality(slug, found.municipality.number) : paths.account();
  return redirectWithToast(to, result.message);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.municipality.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ municipality, maySeeAll }, slug) => [
    ...(maySeeAll ? [{ label: m.municipalities_title(), to: paths.municipalities(slug) }] : []),
    { label: municipality.name },
  ],
};

export default function Municipality() {
  const { municipality, slug, mayEdit, mayAssign } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={municipality.name}
        sub={[municipality.nameSami, municipality.number, municipality.county].filter(Boolean).join(" · ")}
      />
      <Columns
        main={
          <>
            <ContactPersonPanel municipality={municipality} slug={slug} mayAssign={mayAssign} refusal={refusal} />
            <EarlierPanel municipality={municipality} />
          </>
        }
        side={<WrittenStandardPanel municipality={municipality} mayEdit={mayEdit} refusal={refusal} />}
      />
    </>
  );
}
