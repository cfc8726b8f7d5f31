import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { bodyChoices } from "~/features/cases/body-choices.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { answerRoundForm } from "~/features/reports/answer-round-form.server";
import { RoundCases } from "~/features/reports/case-panel";
import { roundView } from "~/features/reports/round.view.server";
import { roundCases } from "~/features/reports/round-cases.view.server";
import { readRoundFilters } from "~/features/reports/round-filters";
import { RoundHead } from "~/features/reports/round-head";
import { AddRow, RoundFilterBar, RoundTable, RowFigures, WhoLacks } from "~/features/reports/round-page";
import { sendView } from "~/features/reports/send.view.server";
import { SendPanel } from "~/features/reports/send-panel";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Columns } from "~/ui/panel";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A round of reporting with its rows; filters are in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access } = await requireRegion(request, params.region, "reports.see");
  const filters = readRoundFilters(new URL(request.url).searchParams);
  const today = todayIn(region.zone, systemClock());
  const mayEdit = can(roles, "reports.edit");
  const id = params.round ?? "";
  const loaded = await withRegion(access, async (db) => {
    const view = await roundView(db, id, { day: today, zone: region.zone }, filters);
    if (!view) return null;
    const sends = mayEdit && view.round.state !== "submitted";
    return {
      ...{ view, send: sends ? await sendView(db, id) : null },
      cases: can(roles, "bodies.see") ? await roundCases(db, id) : [],
      bodies: mayEdit ? await bodyChoices(db, today) : [],
    };
  });
  if (!loaded) notFound();
  return { ...loaded, mayEdit, zone: region.zone, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "reports.edit");
  const of = { access, roundId: params.round ?? "", slug: region.slug, now: systemClock() };
  const answered = await answerRoundForm(await readForm(request), of);
  if (!answered.ok) return answered.refusal;
  throw redirectWithToast(answered.to, answered.said);
}

/** Also after a refusal, so that the page says how it stands now. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.view.round.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ view }, slug) => [{ label: m.reports_name(), to: paths.reports(slug) }, { label: view.round.name }],
  wide: true,
};

export default function Round() {
  const { view, send, cases, bodies, slug, zone, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { round, counts, isFiltered } = view;
  const isOpen = round.state !== "submitted";
  return (
    <>
      <RoundHead
        {...{ round, slug, mayEdit, tab: "rows" }}
        {...(mayEdit && isOpen && counts.all > 0 && { actions: <AddRow round={round.id} slug={slug} /> })}
      />
      {counts.all > 0 && <RowFigures view={view} slug={slug} />}
      {!isFiltered && (
        <Columns
          main={isOpen && <WhoLacks view={view} slug={slug} />}
          side={
            <div className="sv-stack">
              {send && <SendPanel send={send} zone={zone} refused={refused?.send ?? null} />}
              <RoundCases {...{ cases, bodies, slug, mayEdit }} error={refused?.bodyId ?? null} />
            </div>
          }
        />
      )}
      {counts.all > 1 && <RoundFilterBar view={view} slug={slug} />}
      <RoundTable view={view} slug={slug} mayEdit={mayEdit} />
    </>
  );
}
