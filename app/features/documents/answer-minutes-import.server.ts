import { kindNamed } from "~/domain/bodies/words";
import type { MinutesContent } from "~/domain/minutes/minutes-content";
import { type MinutesChoices, settleMinutes } from "~/domain/minutes/settle-minutes";
import { isDay } from "~/domain/shared/days";
import { audit } from "~/features/audit/audit.server";
import { newBody, removeBody } from "~/features/bodies/keep-body.server";
import { minutesFields, newBodyChoice } from "~/features/documents/minutes-fields";
import { type MinutesImportResult, readStaged } from "~/features/documents/minutes-import.view.server";
import { closeMinutesImport, findMinutesImport } from "~/features/documents/minutes-imports.db.server";
import { takeInMinutes } from "~/features/minutes/take-in-minutes.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MinutesAnswer =
  | { ok: true; done: "discarded" }
  | { ok: true; done: "saved"; result: MinutesImportResult }
  | { ok: false; reason: "not-found" | "closed" | "no-body" | "no-day" | "exists" }
  | { ok: false; reason: "number-used"; number: string };

/**
 * Does what the form of minutes on their way in asks: `intent` is "discard" or "save". Saved are the minutes with what
 * the form says of the doubts: body, day, places of people, wrong years, undecided proposals and what is passed on.
 */
export async function answerMinutesImport(db: RegionDb, id: string, form: FormData, now: Date): Promise<MinutesAnswer> {
  const found = await findMinutesImport(db, id);
  if (!found) return { ok: false, reason: "not-found" };
  if (found.state !== "staged") return { ok: false, reason: "closed" };
  if (form.get("intent") === "discard") {
    await closeMinutesImport(db, id, { state: "discarded" });
    await audit(db, { action: "removed", subject: "import", id });
    return { ok: true, done: "discarded" };
  }
  const { read, bodies, bodyId: named } = await readStaged(db, found.text);
  const chosen = String(form.get("body") ?? "") || named;
  const makes = chosen === newBodyChoice && named === null && read.content.body !== "";
  const known = bodies.find((each) => each.id === chosen);
  if (!known && !makes) return { ok: false, reason: "no-body" };
  const day = read.content.day || String(form.get("day") ?? "");
  if (!isDay(day)) return { ok: false, reason: "no-day" };
  const body = known ?? (await makeBody(db, read.content.body));
  const settled = settleMinutes(
    { ...withPlaces(read.content, form), body: body.name, day },
    choicesIn(form, read.content),
  );
  const taken = await takeInMinutes(db, {
    bodyId: body.id,
    content: settled,
    importId: id,
    approved: form.get("approved") === "true",
  });
  if (!taken.ok && !known) await removeBody(db, body.id);
  if (!taken.ok) return taken.reason === "exists" ? { ok: false, reason: "exists" } : taken;
  const { minutesId, cases, approved } = taken;
  const result = { bodyId: body.id, minutesId, cases, approved: approved.length };
  if (!(await closeMinutesImport(db, id, { state: "saved", savedAt: now, result })))
    throw new Error("Closed meanwhile");
  return { ok: true, done: "saved", result };
}

/** The body that minutes are of where the region has none of that name, with the rules a new one begins with. */
async function makeBody(db: RegionDb, words: string): Promise<{ id: string; name: string }> {
  const name = words.slice(0, 200);
  const made = await newBody(db, {
    ...{ name, shortName: "", kind: kindNamed(name), purpose: "", actorId: null, nextId: null, quorum: null },
    ...{ noticeDays: 7, remarkDays: 7, mayAttend: "", opening: true, open: true, place: "" },
    ...{ usualFrom: null, usualTo: null, first: null, last: null },
  });
  if (!made.ok) throw new Error(`A body that is not there was refused: ${made.reason}`);
  return { id: made.id, name };
}

function choicesIn(form: FormData, { items }: MinutesContent): MinutesChoices {
  const numbers = items.flatMap(({ number }) => (number === "" ? [] : [number]));
  const said = (name: string) => String(form.get(name) ?? "");
  const decided = numbers.flatMap((number) => {
    const value = said(minutesFields.decided(number));
    return value === "as_proposed" || value === "changed" ? [[number, value] as const] : [];
  });
  const passed = numbers.flatMap((number) => {
    const name = minutesFields.passOn(number);
    return form.has(name) ? [[number, said(name)] as const] : [];
  });
  return {
    keepYear: numbers.filter((number) => said(minutesFields.keepYear(number)) === "keep"),
    decided: Object.fromEntries(decided),
    passOn: Object.fromEntries(passed),
  };
}

/** Those whose place was not known, with the one that has been written. */
function withPlaces(content: MinutesContent, form: FormData): MinutesContent {
  const place = <A extends { represents: string }>(attendee: A, index: number): A => {
    const written = form.get(minutesFields.place(index));
    return typeof written === "string" ? { ...attendee, represents: written.trim().slice(0, 200) } : attendee;
  };
  return {
    ...content,
    present: content.present.map((each, index) => place(each, index)),
    absent: content.absent.map((each, index) => place(each, content.present.length + index)),
  };
}
