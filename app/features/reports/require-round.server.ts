import { type Action, can } from "~/domain/auth/permissions";
import { requireRegion } from "~/features/regions/membership.server";
import { todayIn } from "~/features/regions/today";
import { findRound, type StoredRound } from "~/features/reports/reports.db.server";
import type { RoundFacts } from "~/features/reports/round-head";
import { withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

type Params = { region?: string | undefined; round?: string | undefined };

/** The round of the address, for somebody who may do this; 404 where there is none. */
export async function requireRound(request: Request, params: Params, action: Action) {
  const membership = await requireRegion(request, params.region, action);
  const found = await withRegion(membership.access, (db) => findRound(db, params.round ?? ""));
  if (!found) notFound();
  return {
    ...membership,
    round: found,
    facts: factsOf(found, membership.region.zone),
    mayEdit: can(membership.roles, "reports.edit"),
  };
}

/** What the head of its pages shows of a round. */
function factsOf(round: StoredRound, zone: string): RoundFacts {
  const { id, name, kind, from, to, rowsBy, submitBy, state, submittedAt } = round;
  return { id, name, kind, from, to, rowsBy, submitBy, state, submittedOn: submittedAt && todayIn(zone, submittedAt) };
}
