import { judgeTimes, type TimesVerdict } from "~/domain/events/times";
import { sameEvents } from "~/features/events/busy-days.db.server";
import type { Organiser } from "~/features/events/choose-organiser.server";
import { makeEvent } from "~/features/events/create-event.server";
import type { ChosenProposal } from "~/features/events/proposals-form.schema";
import { lockRegion, type RegionDb } from "~/platform/db/region-db.server";

type Refusal = { key: string } & Omit<Extract<TimesVerdict, { ok: false }>, "ok">;

export type AcceptProposalsResult =
  /** `already`: there was such an event, with this title at this time, so that none was made. */
  { ok: true; made: string[]; already: number } | { ok: false; refused: Refusal[] };

/**
 * Makes an event, as a draft, of each proposal that is chosen: all of them, or none when one's time is refused. The
 * same form sent twice makes them once. Nobody is told.
 */
export async function acceptProposals(
  db: RegionDb,
  input: {
    chosen: readonly ChosenProposal[];
    planRowId: string | null;
    organiser: Organiser;
    responsibleId: string;
    zone: string;
    now: Date;
  },
): Promise<AcceptProposalsResult> {
  const { chosen, zone, now, planRowId, organiser } = input;
  const judged = chosen.map(({ key, form }) => ({ key, form, times: judgeTimes(form, zone, now.toISOString()) }));
  const refused = judged.flatMap(({ key, times }): Refusal[] =>
    times.ok ? [] : [{ key, field: times.field, reason: times.reason }],
  );
  if (refused.length > 0) return { ok: false, refused };
  await lockRegion(db, "proposals");
  const there = await sameEvents(
    db,
    { planRowId, networkId: organiser.networkId },
    judged.flatMap(({ times }) => (times.ok ? [times.startsAt] : [])),
  );
  const known = new Set(there.map(({ title, startsAt }) => `${startsAt.getTime()} ${title}`));
  const made: string[] = [];
  for (const { form, times } of judged) {
    const mark = `${times.ok ? Date.parse(times.startsAt) : ""} ${form.title}`;
    if (known.has(mark)) continue;
    known.add(mark);
    const event = await makeEvent(db, { ...input, form });
    if (!event.ok) throw new Error("The times have been judged");
    made.push(event.id);
  }
  return { ok: true, made, already: chosen.length - made.length };
}
