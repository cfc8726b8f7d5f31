import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { type MinutesDoubt, readMinutes } from "~/domain/minutes/read-minutes";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import { findMinutesImport, lastMinutesImports } from "~/features/documents/minutes-imports.db.server";
import { type MinutesNames, minutesNames } from "~/features/minutes/minutes-names.view.server";
import { isSamePlace, judgeTakingIn } from "~/features/minutes/take-in-minutes.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** What saving would meet: nothing, a record of that day, or a number that is another meeting's. */
export type TakingIn =
  | { kind: "new" }
  | { kind: "exists"; minutesId: string }
  | { kind: "number-used"; number: string };

export type OpenMinutes = {
  content: MinutesContent;
  doubts: MinutesDoubt[];
  bodies: { id: string; name: string }[];
  /** The body the minutes name; null when it is none of the region's. */
  bodyId: string | null;
  /** For each of those present and then absent: the member whose seat it is, or null. */
  seats: (string | null)[];
  taking: TakingIn;
};

export type MinutesImport = {
  id: string;
  fileName: string;
  state: "staged" | "saved" | "discarded";
  result: MinutesImportResult | null;
  open: OpenMinutes | null;
};

export type MinutesImportResult = { bodyId: string; minutesId: string; cases: number; approved: number };

/** Minutes on their way in, read and compared with what the region has; null when there is no such import. */
export async function minutesImport(db: RegionDb, importId: string): Promise<MinutesImport | null> {
  const found = await findMinutesImport(db, importId);
  if (!found) return null;
  const { id, fileName, state, text } = found;
  const result = found.result as MinutesImportResult | null;
  if (state !== "staged") return { id, fileName, state, result, open: null };
  const { read, bodies, bodyId } = await readStaged(db, text);
  const { content, doubts } = read;
  const seats = bodyId === null || content.day === "" ? [] : await bodyMembersOn(db, bodyId, content.day);
  const seatOf = (represents: string) => seats.find((seat) => isSamePlace(seat.represents, represents))?.name ?? null;
  return {
    ...{ id, fileName, state, result },
    open: {
      ...{ content, doubts, bodies, bodyId },
      seats: [...content.present, ...content.absent].map(({ represents }) => seatOf(represents)),
      taking: await takingOf(db, bodyId, content),
    },
  };
}

/** A staged text read with the names the region knows, and the body it is of. */
export async function readStaged(db: RegionDb, text: string) {
  const names: MinutesNames = await minutesNames(db);
  const read = readMinutes(text, { places: names.places, bodies: names.bodies.map(({ name }) => name) });
  const body = names.bodies.find(({ name }) => name.toLowerCase() === read.content.body.toLowerCase());
  return { read, bodies: names.bodies, bodyId: body?.id ?? null };
}

async function takingOf(db: RegionDb, bodyId: string | null, content: MinutesContent): Promise<TakingIn> {
  const refused = bodyId === null || content.day === "" ? null : await judgeTakingIn(db, bodyId, content);
  if (refused === null) return { kind: "new" };
  return refused.reason === "exists"
    ? { kind: "exists", minutesId: refused.minutesId }
    : { kind: "number-used", number: refused.number };
}

/** The minutes that came last. */
export async function earlierMinutes(db: RegionDb) {
  const found = await lastMinutesImports(db, 20);
  return found.map(({ createdAt, ...each }) => ({ ...each, at: createdAt.toISOString() }));
}
