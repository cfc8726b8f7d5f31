import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { answerable, whoCanAnswer } from "~/features/minutes/ask-members.server";
import { askedSeats } from "~/features/minutes/electronic.db.server";
import { liveState } from "~/features/minutes/live-state.view.server";
import { casesOfMinutes, type StoredMinutes } from "~/features/minutes/minutes.db.server";
import { numberOf } from "~/features/minutes/minutes-words";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** How an electronic meeting stands: who has answered, and what; moments as ISO instants. */
export async function electronicView(db: RegionDb, minutes: StoredMinutes, now: Date) {
  const region = await ownRegion(db);
  const { items } = await liveState(db, minutes);
  const texts = new Map((await casesOfMinutes(db, minutes.id)).map(({ id, case: one }) => [id, one.title]));
  const asked = await answerable(db, minutes.id);
  const seats = await askedSeats(db, minutes.id);
  const reachable = new Set(whoCanAnswer(seats).map(({ id }) => id));
  const voting = seats.filter(({ votes }) => votes);
  const day = minutes.day.toISOString().slice(0, 10);
  const members = seats.length > 0 ? [] : await bodyMembersOn(db, minutes.bodyId, day);
  return {
    region: { name: region.name },
    zone: region.zone,
    onHold: region.mailMode === "hold",
    body: minutes.body,
    day,
    state: minutes.state,
    electronic: minutes.electronic,
    answerBy: minutes.answerBy?.toISOString() ?? null,
    over: minutes.answerBy !== null && minutes.answerBy <= now,
    /** How many would be written to. */
    whom: members.filter(({ votes, email, part }) => votes && part !== "secretary" && email).length,
    seats: voting.map(({ id, name, represents, substitute, answers }) => ({
      ...{ id, name, represents, substitute },
      reachable: reachable.has(id),
      answered: answers.filter(({ itemId }) => asked.includes(itemId)).length,
    })),
    items: items
      .filter(({ id }) => asked.includes(id))
      .map((item) => ({
        id: item.id,
        number: numberOf(item, items),
        title: texts.get(item.id) ?? "",
        yes: item.answers.filter(({ agrees }) => agrees).length,
        no: item.answers.filter(({ agrees }) => !agrees).length,
        none: voting.length - item.answers.length,
        comments: item.answers.flatMap(({ presenceId, comment, agrees }) => {
          const seat = seats.find(({ id }) => id === presenceId);
          return comment && seat ? [{ who: seat.represents || seat.substitute || seat.name, comment, agrees }] : [];
        }),
      })),
  };
}

export type ElectronicView = Awaited<ReturnType<typeof electronicView>>;
