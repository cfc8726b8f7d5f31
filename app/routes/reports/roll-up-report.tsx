import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useRouteError } from "@remix-run/react";
import { readRollUpKey } from "~/domain/reports/roll-up";
import { requireGrants } from "~/features/regions/membership.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { RouteError } from "~/features/regions/route-error";
import { submittedReport } from "~/features/reports/roll-up.view.server";
import { RollUpFrame, rollUpTitle } from "~/features/reports/roll-up-frame";
import { SubmittedReportPage } from "~/features/reports/roll-up-report";
import { describeDay, describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { notFound } from "~/platform/http/responses.server";
import { Note } from "~/ui/note";

/** A version of a report of a region that lets the reader see it. Any other region, report or version is no page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const granted = await requireGrants(request);
  const key = readRollUpKey(params.rollUp ?? "") ?? notFound();
  const one = granted.find(({ region }) => region.slug === params.granted) ?? notFound();
  const number = /^[1-9]\d{0,3}$/.test(params.version ?? "") ? Number(params.version) : notFound();
  return { ...((await submittedReport(one, key, number)) ?? notFound()), round: params.rollUp ?? "" };
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  rollUpTitle(data && `${data.report.name}, ${data.region.name}`, error);

export default function RollUpReport() {
  const { report, region, day, number, last, reason, round } = useLoaderData<typeof loader>();
  const to = (version: number) => paths.rollUpReport(round, region.slug, version);
  const older = Array.from({ length: number - 1 }, (_, at) => number - 1 - at);
  return (
    <RollUpFrame
      back={{ label: m.reports_roll_up_back(), to: paths.rollUpRound(round) }}
      title={report.name}
      eyebrow={region.name}
      sub={`${describeDays(report)} · ${m.reports_roll_up_version({ number, day: describeDay(day) })}`}
    >
      {number < last && (
        <Note tone="warning" action={{ label: m.reports_roll_up_to_last(), to: to(last) }}>
          {m.reports_roll_up_newer({ number, last })}
        </Note>
      )}
      {reason && <Note>{m.reports_roll_up_correction({ reason })}</Note>}
      <SubmittedReportPage report={report} />
      {older.length > 0 && (
        <p>
          {m.reports_roll_up_older()}:{" "}
          {older.map((version) => (
            <Link key={version} className="sv-link" to={to(version)}>
              {m.reports_roll_up_version_only({ number: version })}
            </Link>
          ))}
        </p>
      )}
    </RollUpFrame>
  );
}

export function ErrorBoundary() {
  return (
    <PublicFrame>
      <RouteError error={useRouteError()} />
    </PublicFrame>
  );
}
