import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { DecisionsPage } from "~/features/cases/decisions-page";
import { followUpsView, readFollowUpsAsked } from "~/features/cases/follow-ups.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import type { Handle } from "~/routes/regions/shell";

/** What is to be done after decisions; `show=done` in the address: what has been done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, personId } = await requireRegion(request, params.region, "bodies.see");
  const today = todayIn(region.zone, new Date());
  const asked = readFollowUpsAsked(new URL(request.url).searchParams);
  const view = await withRegion(access, async (db) =>
    followUpsView(db, { asked, today, maySee: await closedSeenBy(db, { roles, personId, today }) }),
  );
  return { view, mayEdit: can(roles, "cases.edit"), region: region.name, slug: region.slug };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.cases_decisions(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.cases_decisions() }] };

export default function Decisions() {
  return <DecisionsPage {...useLoaderData<typeof loader>()} />;
}
