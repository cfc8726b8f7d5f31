import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerFiguresForm } from "~/features/reports/answer-figures-form.server";
import { CountedFigures, OwnFigures } from "~/features/reports/figures-page";
import { figuresPage } from "~/features/reports/figures-page.view.server";
import { requireRound } from "~/features/reports/require-round.server";
import { RoundHead } from "~/features/reports/round-head";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { EmptyState } from "~/ui/empty-state";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The figures of a report: counted by their definitions, or typed with a source. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, round, facts, mayEdit } = await requireRound(request, params, "reports.see");
  const figures = await withRegion(access, (db) => figuresPage(db, round, region.slug));
  return { facts, ...figures, mayEdit, region: region.name, slug: region.slug };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, round } = await requireRound(request, params, "reports.edit");
  const keys = round.form.figures.map(({ key }) => key);
  const asked = { access, roundId: round.id, keys, now: systemClock() };
  const answered = await answerFiguresForm(await readForm(request), asked);
  if (!answered.ok) return answered.refusal;
  throw redirectWithToast(paths.roundFigures(region.slug, round.id), answered.said);
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.reports_tab_figures(), data?.facts.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ facts }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: facts.name, to: paths.round(slug, facts.id) },
    { label: m.reports_tab_figures() },
  ],
};

export default function RoundFigures() {
  const { facts, counted, own, mayEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const open = mayEdit && facts.state !== "submitted";
  return (
    <>
      <RoundHead round={facts} slug={slug} tab="figures" mayEdit={mayEdit} />
      <div className="sv-stack">
        {counted.length + own.length === 0 && (
          <EmptyState icon="chart" title={m.reports_no_figures()} why={m.reports_no_figures_why()} />
        )}
        <CountedFigures figures={counted} open={open} />
        <OwnFigures figures={own} open={open} refused={refused} />
      </div>
    </>
  );
}
