import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { requireGrants } from "~/features/regions/membership.server";
import { PublicFrame } from "~/features/regions/public-frame";
import { RouteError } from "~/features/regions/route-error";
import { roundName } from "~/features/reports/report-words";
import { rollUpsView } from "~/features/reports/roll-up.view.server";
import { RollUpFrame, rollUpTitle } from "~/features/reports/roll-up-frame";
import { describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Panel, Row, Rows } from "~/ui/panel";

/** The periods the regions have submitted reports of, for somebody who has been let in to read them. */
export async function loader({ request }: LoaderFunctionArgs) {
  return rollUpsView(await requireGrants(request));
}

export const meta: MetaFunction<typeof loader> = ({ data, error }) =>
  rollUpTitle(data ? m.nav_roll_up() : undefined, error);

export default function RollUps() {
  const { periods, regions } = useLoaderData<typeof loader>();
  return (
    <RollUpFrame title={m.nav_roll_up()} sub={m.reports_roll_up_sub()}>
      {periods.length === 0 ? (
        <EmptyState icon="chart" title={m.reports_roll_up_none()} why={m.reports_roll_up_none_why()} />
      ) : (
        <Panel title={m.reports_roll_up_periods()} count={periods.length}>
          <Rows>
            {periods.map(({ id, kind, from, to, submitted }) => (
              <Row
                key={id}
                icon="chart"
                title={roundName(kind, from)}
                to={paths.rollUpRound(id)}
                note={`${describeDays({ from, to })} · ${m.reports_roll_up_count({ n: submitted, of: regions.length })}`}
              />
            ))}
          </Rows>
        </Panel>
      )}
      <Panel title={m.reports_roll_up_granted()} count={regions.length}>
        <Rows>
          {regions.map(({ slug, name, programme }) => (
            <Row key={slug} icon="pin" title={name} note={programme} />
          ))}
        </Rows>
      </Panel>
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
