import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerSubmitForm } from "~/features/reports/answer-submit-form.server";
import { figureText } from "~/features/reports/figure-text";
import { submittedVersions } from "~/features/reports/report-page.view.server";
import { requireRound } from "~/features/reports/require-round.server";
import { RoundHead } from "~/features/reports/round-head";
import { type Recounted, submittable } from "~/features/reports/submit.view.server";
import { Lacks, RecountedFigures, ReopenForm, SubmitForm } from "~/features/reports/submit-page";
import { VersionList } from "~/features/reports/version-parts";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { systemClock } from "~/platform/clock";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** What a report lacks before it is submitted, the form that does, and the versions that were. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access, round, facts, mayEdit } = await requireRound(request, params, "reports.see");
  const { asIs, versions } = await withRegion(access, async (db) => ({
    asIs: mayEdit && round.state !== "submitted" ? await submittable(db, round.id, systemClock()) : null,
    versions: await submittedVersions(db, round.id),
  }));
  const { lacks = [], recounted = [], seen = {} } = asIs ?? {};
  return {
    ...{ facts, lacks, recounted: recounted.map(inWords), seen, versions },
    ...{ version: round.version, reason: round.correction },
    ...{ mayEdit, region: region.name, slug: region.slug },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { region, access, round } = await requireRound(request, params, "reports.edit");
  const answered = await answerSubmitForm(await readForm(request), { access, roundId: round.id, now: systemClock() });
  if (!answered.ok) return answered.refusal;
  const { number, said } = answered;
  const { slug } = region;
  throw redirectWithToast(
    number === null ? paths.submitRound(slug, round.id) : paths.submission(slug, round.id, number),
    said,
  );
}

const inWords = ({ before, after, ...figure }: Recounted) => ({
  ...figure,
  before: before && figureText(before),
  after: after && figureText(after),
});

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.reports_tab_submit(), data?.facts.name, data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle<Loaded> = {
  crumb: ({ facts }, slug) => [
    { label: m.reports_name(), to: paths.reports(slug) },
    { label: facts.name, to: paths.round(slug, facts.id) },
    { label: m.reports_tab_submit() },
  ],
};

export default function SubmitRound() {
  const { facts, lacks, recounted, seen, versions, version, reason, mayEdit, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const place = { slug, round: facts.id };
  const isSubmitted = facts.state === "submitted";
  return (
    <>
      <RoundHead round={facts} slug={slug} tab="submit" mayEdit={mayEdit} />
      <div className="sv-stack">
        {mayEdit && !isSubmitted && (
          <>
            <Lacks lacks={lacks} {...place} />
            <RecountedFigures figures={recounted} {...place} />
            <SubmitForm
              {...{ version, seen, reason, refused, lacking: lacks.length > 0, again: versions.length > 0 }}
            />
          </>
        )}
        <VersionList versions={versions} {...place} />
        {mayEdit && isSubmitted && <ReopenForm version={version} refused={refused} />}
      </div>
    </>
  );
}
