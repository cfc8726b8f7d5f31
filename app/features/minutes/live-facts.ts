import type { Treated } from "~/domain/minutes/closing";
import type { Fields } from "~/domain/minutes/field-merge";
import { outField, readItemField } from "~/domain/minutes/item-fields";
import type { Seat } from "~/domain/minutes/taking-part";
import type { LiveState } from "~/features/minutes/live-state.view.server";

/** The items and seats of a meeting as the rules read them, from the fields they are written in. */
export function treatedOf({ items, presences }: Pick<LiveState, "items" | "presences">) {
  const ids = presences.map(({ id }) => id);
  return {
    seats: presences.map(seatOf),
    items: items.map(
      ({ id, parentId, fields }): Treated => ({
        id,
        parentId,
        ...votesOf(fields),
        outcome: readItemField.outcome(fields.outcome ?? "") ?? null,
        decision: fields.decision ?? "",
        disqualified: ids.filter((each) => fields[outField(each)] === "yes"),
      }),
    ),
  };
}

export function votesOf(fields: Fields) {
  return {
    unanimous: readItemField.unanimous(fields.unanimous ?? "") ?? null,
    votesFor: readItemField.votes(fields.votesFor ?? "") ?? null,
    votesAgainst: readItemField.votes(fields.votesAgainst ?? "") ?? null,
  };
}

export function seatOf({ id, votes, fields }: Pick<LiveState["presences"][number], "id" | "votes" | "fields">): Seat {
  return {
    ...{ id, votes, state: fields.state as Seat["state"] },
    ...{ cameAtId: fields.cameAtId || null, leftAtId: fields.leftAtId || null },
  };
}
