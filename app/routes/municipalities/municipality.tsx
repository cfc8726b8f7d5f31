import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lazy, Suspense } from "react";
import { can } from "~/domain/auth/permissions";
import { municipalityAttendance } from "~/features/attendance/over-time.view.server";
import { HistoryPanel } from "~/features/audit/history-panel";
import { deputiesView } from "~/features/events/deputies.view.server";
import { DeputiesPanel } from "~/features/events/deputies-editor";
import { changeContactPerson } from "~/features/handover/change-contact-person.server";
import { contactStanding } from "~/features/handover/contact-standing.view.server";
import {
  ContactPersonPanel,
  EarlierPanel,
  type MunicipalityRefusal,
} from "~/features/municipalities/contact-person-panel";
import { municipalityDetail } from "~/features/municipalities/municipalities.view.server";
import { municipalityFacts } from "~/features/municipalities/municipality-facts.view.server";
import {
  AreasPanel,
  FactsPanel,
  LineagePanel,
  NetworksPanel,
} from "~/features/municipalities/municipality-facts-panels";
import { requireMunicipality } from "~/features/municipalities/require-municipality.server";
import { WrittenStandardPanel } from "~/features/municipalities/written-standard-panel";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Note } from "~/ui/note";
import { PageHead } from "~/ui/page-head";
import { Columns } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** One municipality: contact person, language, and those who were before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, personId, municipality, today, member } = await requireMunicipality(
    request,
    params,
    "municipalities.see",
  );
  const now = new Date();
  const mayName = member && can(roles, "deputies.edit", { municipalityId: municipality.id });
  const { view, facts, standing, attended, deputies } = await withRegion(access, async (db) => {
    const view = await municipalityDetail(db, { municipality, today, regionDefault: region.defaultStandard });
    const facts = await municipalityFacts(db, { municipality, today });
    const [current, last] = [view.current?.personId ?? null, view.before[0]?.personId ?? null];
    const of = { municipalityId: municipality.id, personId: current, last, now };
    const attended = await municipalityAttendance(db, municipality.id);
    const deputies = mayName ? await deputiesView(db, { personId: null, municipalityId: municipality.id }) : null;
    return { view, facts, attended, deputies, standing: await contactStanding(db, of) };
  });
  return {
    municipality: view,
    standing,
    deputies,
    self: view.current?.personId === personId,
    mayEditPeople: can(roles, "members.edit"),
    facts,
    attended,
    member,
    zone: region.zone,
    region: region.name,
    slug: region.slug,
    maySeeAll: can(roles, "municipalities.see"),
    mayEdit: can(roles, "municipalities.edit"),
    mayAssign: member && can(roles, "contact-person.assign", { municipalityId: municipality.id }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await requireMunicipality(request, params, "municipalities.see");
  if (!found.member) notFound();
  const form = await readForm(request);
  const result = await changeContactPerson(found, form, new Date());
  if (!result.ok) return data<MunicipalityRefusal>(result.refusal, { status: result.refusal.asks ? 409 : 400 });
  const { slug } = found.region;
  const to = result.staysIn ? paths.municipality(slug, found.municipality.number) : paths.account();
  return redirectWithToast(to, result.message);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.municipality.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

/** Written into the page by the server; the browser loads it when it has the rest. */
const MunicipalityAttendancePanel = import.meta.env.SSR
  ? (await import("~/features/attendance/municipality-attendance")).default
  : lazy(() => import("~/features/attendance/municipality-attendance"));

export const handle: Handle<Loaded> = {
  crumb: ({ municipality, maySeeAll }, slug) => [
    ...(maySeeAll ? [{ label: m.municipalities_title(), to: paths.municipalities(slug) }] : []),
    { label: municipality.name },
  ],
};

export default function Municipality() {
  const loaded = useLoaderData<typeof loader>();
  const { municipality, facts, deputies, member, slug, maySeeAll, mayEdit } = loaded;
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
            {member ? (
              <ContactPersonPanel {...loaded} refusal={refusal} />
            ) : (
              <Note title={m.municipalities_not_member({ name: municipality.name })}>
                <p>{m.municipalities_not_member_why()}</p>
              </Note>
            )}
            {deputies && (
              <DeputiesPanel deputies={deputies} to={paths.municipalityDeputies(slug, municipality.number)} />
            )}
            <Suspense>
              <MunicipalityAttendancePanel events={loaded.attended} slug={slug} links={maySeeAll} />
            </Suspense>
            <EarlierPanel municipality={municipality} />
            <LineagePanel view={facts} slug={slug} links={maySeeAll} />
            <HistoryPanel lines={facts.history} />
          </>
        }
        side={
          <>
            <FactsPanel view={facts} municipality={municipality} mayEdit={mayEdit} slug={slug} />
            <AreasPanel view={facts} slug={slug} links={maySeeAll} />
            <NetworksPanel view={facts} slug={slug} links={maySeeAll} />
            {member && <WrittenStandardPanel municipality={municipality} />}
          </>
        }
      />
    </>
  );
}
