import { readMarkdown } from "~/domain/shared/markdown";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { liveState } from "~/features/minutes/live-state.view.server";
import { actorNames, bodiesToPassTo, casesOfMinutes, type StoredMinutes } from "~/features/minutes/minutes.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** A meeting while it is held: what stands in its papers, and what is written of it; moments as ISO instants. */
export async function liveView(db: RegionDb, minutes: StoredMinutes) {
  const region = await ownRegion(db);
  const state = await liveState(db, minutes);
  const cases = await casesOfMinutes(db, minutes.id);
  const { id, body, day, eventId, event, electronic, version, secretariat } = minutes;
  const iso = (at: Date | null | undefined) => at?.toISOString() ?? null;
  const bodies = await bodiesToPassTo(db, { bodyId: body.id, day });
  const nextFirst = bodies.toSorted((a, b) => Number(b.id === body.nextId) - Number(a.id === body.nextId));
  const members = await bodyMembersOn(db, body.id, day.toISOString().slice(0, 10));
  return {
    standard: region.defaultStandard === "nynorsk" ? ("nn" as const) : ("nb" as const),
    /** Who may meet for a member, by the member's seat. */
    deputies: Object.fromEntries(members.map(({ id, deputies }) => [id, deputies.map(({ name }) => name)])),
    actors: (await actorNames(db)).map(({ name }) => name),
    region: { name: region.name },
    zone: region.zone,
    minutes: {
      id,
      eventId,
      version,
      electronic,
      secretariat,
      day: day.toISOString().slice(0, 10),
      startsAt: iso(event?.startsAt ?? minutes.startsAt),
      endsAt: iso(event?.endsAt ?? minutes.endsAt),
      place: event?.place ?? minutes.place,
      startedAt: iso(minutes.startedAt),
      endedAt: iso(minutes.endedAt),
      answerBy: iso(minutes.answerBy),
    },
    body: { id: body.id, name: body.name, quorum: body.quorum },
    bodies: nextFirst.map(({ id, name, minutes: [next] }) => ({
      id,
      name,
      day: next?.day.toISOString().slice(0, 10) ?? null,
    })),
    texts: Object.fromEntries(
      cases.map(({ id, case: one }) => [
        id,
        {
          caseId: one.id,
          kind: one.kind,
          title: one.title,
          presentation: readMarkdown(one.presentation),
          proposal: one.proposal,
          proposed: readMarkdown(one.proposal),
          proposer: one.proposer,
          closed: one.closed,
          legalBasis: one.legalBasis,
          papers: one.papers,
        },
      ]),
    ),
    state,
  };
}

export type LiveView = Awaited<ReturnType<typeof liveView>>;
export type CaseText = LiveView["texts"][string];
