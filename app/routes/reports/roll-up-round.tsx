import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { readRollUpKey, writeRollUpKey } from "~/domain/reports/roll-up";
import { requireGrants } from "~/features/regions/membership.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { RouteError } from "~/features/regions/route-error";
import { roundName } from "~/features/reports/report-words";
import { rollUpView } from "~/features/reports/roll-up.view.server";
import { RollUpFrame, rollUpTitle } from "~/features/reports/roll-up-frame";
import { RollUpPage } from "~/features/reports/roll-up-page";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { notFound } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/button";

/** The reports of one kind and period, side by side. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const granted = await requireGrants(request);
  const key = readRollUpKey(params.rollUp ?? "") ?? notFound();
  return (await rollUpView(granted, key)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  rollUpTitle(data && roundName(data.kind, data.from), error);

export default function RollUpRound() {
  const view = useLoaderData<typeof loader>();
  const { kind, from, to, regions } = view;
  const id = writeRollUpKey(view);
  const submitted = regions.filter(({ number }) => number !== null).length;
  const count = m.reports_roll_up_count({ n: submitted, of: regions.length });
  return (
    <RollUpFrame
      back={{ label: m.reports_roll_up_all(), to: paths.rollUp() }}
      title={roundName(kind, from)}
      sub={`${describeDays({ from, to })} · ${count}`}
      actions={
        <>
          <LinkButton to={paths.rollUpFile(id, "csv")} variant="tertiary" icon="download" reloadDocument download>
            {m.reports_roll_up_csv()}
          </LinkButton>
          <LinkButton to={paths.rollUpFile(id, "xlsx")} variant="secondary" icon="download" reloadDocument download>
            {m.reports_roll_up_xlsx()}
          </LinkButton>
        </>
      }
    >
      <RollUpPage view={view} />
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
