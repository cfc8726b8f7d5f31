import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "~/domain/auth/permissions";
import { isUuid } from "~/domain/shared/ids";
import { announceDecision } from "~/features/cases/announce-decision.server";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { DecisionsPage } from "~/features/cases/decisions-page";
import { followUpsView, readFollowUpsAsked } from "~/features/cases/follow-ups.view.server";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { readForm } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";

/** What is to be done after decisions; by `show` in the address what has been `done`, or the decisions `taken`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, roles, access, personId } = await requireRegion(request, params.region, "bodies.see");
  const today = todayIn(region.zone, new Date());
  const asked = readFollowUpsAsked(new URL(request.url).searchParams);
  const view = await withRegion(access, async (db) =>
    followUpsView(db, { asked, today, maySee: await closedSeenBy(db, { roles, personId, today }) }),
  );
  return { view, mayEdit: can(roles, "cases.edit"), region: region.name, slug: region.slug };
}

/** Marks a decision for newsletters, or takes the mark away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { access } = await requireRegion(request, params.region, "cases.edit");
  const form = await readForm(request);
  const itemId = form.get("item");
  const announced = form.get("announce") === "yes";
  if (!isUuid(itemId) || (!announced && form.get("announce") !== "no")) notFound();
  const done = await withRegion(access, (db) => announceDecision(db, { itemId, announced }));
  if (!done.ok && done.reason === "gone") notFound();
  const { pathname, search } = new URL(request.url);
  const said = !done.ok ? m.cases_announce_closed() : announced ? m.cases_announce_done() : m.cases_unannounce_done();
  return redirectWithToast(pathname + search, said);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [m.cases_decisions(), data?.region, "Samvirk"].filter(Boolean).join(" – ") },
];

export const handle: Handle = { crumb: () => [{ label: m.cases_decisions() }] };

export default function Decisions() {
  return <DecisionsPage {...useLoaderData<typeof loader>()} />;
}
