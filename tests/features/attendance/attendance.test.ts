import { describe, expect, it } from "vitest";
import { asAdmin, hour } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { addWalkIn } from "~/features/attendance/add-walk-in.server";
import { attendanceView, checkInView } from "~/features/attendance/attendance.view.server";
import { markAttendance } from "~/features/attendance/mark-attendance.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { register, startAttended, times } from "./support";

const database = useDatabase();
const day = 24 * hour;

async function atDoor(names?: string[]) {
  const started = await startAttended(database.url().adminUrl, names);
  const { region, event } = started;
  const see = async (now = times.door) => {
    const view = await region.inside((db) => attendanceView(db, event.id, now));
    if (!view) throw new Error("no such event");
    return view;
  };
  const mark = (ticket: string, came = true, now = times.door) =>
    region.inside((db) => markAttendance(db, { eventId: event.id, ticketIds: [ticket], came, now }));
  const add = (
    walkIn: { name: string; email: string; municipality?: string; organisation?: string },
    now = times.door,
  ) =>
    region.inside((db) =>
      addWalkIn(db, {
        eventId: event.id,
        walkIn: { municipality: null, organisation: "", ...walkIn },
        locale: "nn",
        day: new Date("2027-05-26"),
        now,
      }),
    );
  const log = () =>
    region.inside((db) => db.auditEvent.findMany({ where: { subjectKind: "attendance" }, orderBy: { id: "asc" } }));
  return { ...started, see, mark, add, log };
}

describe("the list at the door", () => {
  it("has everybody who is invited or registered, by name, and counts those who came", async () => {
    const { region, event, see, mark, ticketOf } = await atDoor();
    await register(region, event.id, { name: "Anne Berg" });
    await mark(await ticketOf("Voss"));
    const view = await see();
    expect(view.people.map(({ name, municipality, expected }) => [name, municipality, expected])).toEqual([
      ["Anne Berg", null, true],
      ["Kontaktperson, Stord", "Stord", true],
      ["Kontaktperson, Ulvik", "Ulvik", true],
      ["Kontaktperson, Voss", "Voss", true],
    ]);
    expect(view.count).toEqual({ came: 1, of: 4 });
  });

  it("keeps those who are not expected apart, and counts them when they come all the same", async () => {
    const { region, event, see, mark } = await atDoor();
    const waiting = await register(region, event.id, { name: "Bo Vik", state: "waiting" });
    await register(region, event.id, { name: "Nei Takk", state: "refused" });
    await asAdmin(database.url().adminUrl, "UPDATE invitation SET answer = 'declined' WHERE event_id = $1", [event.id]);
    expect((await see()).count).toEqual({ came: 0, of: 0 });
    expect((await see()).people.map(({ name }) => name)).not.toContain("Nei Takk");
    await mark(waiting.id);
    expect((await see()).count).toEqual({ came: 1, of: 1 });
  });

  it("has a person who is both invited and registered once, and ticks her once", async () => {
    const { region, event, see, mark, ticketOf } = await atDoor();
    const voss = await region.invitationOf("Voss");
    const { id } = await region.inside((db) =>
      db.registration.create({
        data: {
          ...{ eventId: event.id, personId: voss.personId, name: "Kontaktperson, Voss", way: "room" as const },
          ...{ state: "registered" as const, number: 1, locale: "nn" },
        },
      }),
    );
    expect((await see()).people.map((one) => one.id)).toContain(id);
    expect((await see()).people).toHaveLength(3);
    await mark(id);
    expect((await region.invitationOf("Voss")).attendedAt).toEqual(times.door);
    expect(await mark(await ticketOf("Voss"), false)).toEqual({ ok: true, changed: 2 });
    expect((await see()).count.came).toBe(0);
  });
});

describe("ticking who came", () => {
  it("keeps the first time, is the same twice, and writes each change down once", async () => {
    const { region, mark, log, ticketOf } = await atDoor();
    const voss = await ticketOf("Voss");
    expect(await mark(voss)).toEqual({ ok: true, changed: 1 });
    expect(await mark(voss, true, times.after)).toEqual({ ok: true, changed: 0 });
    expect((await region.invitationOf("Voss")).attendedAt).toEqual(times.door);
    await mark(voss, false);
    expect((await region.invitationOf("Voss")).attendedAt).toBeNull();
    expect((await log()).map(({ subjectId, after }) => [subjectId, after])).toEqual([
      [voss, { attended: true }],
      [voss, { attended: false }],
    ]);
  });

  it("takes two phones at once without losing a tick or doubling one", async () => {
    const { see, mark, log, ticketOf } = await atDoor();
    const all = await Promise.all(["Voss", "Ulvik", "Stord"].map(ticketOf));
    await Promise.all([...all, ...all].map((ticket) => mark(ticket)));
    expect((await see()).count).toEqual({ came: 3, of: 3 });
    expect(await log()).toHaveLength(3);
  });

  it("is open from the day before until sixty days after, and not for what is cancelled or a draft", async () => {
    const { region, event, mark, ticketOf } = await atDoor();
    const voss = await ticketOf("Voss");
    const at = (time: string, ms: number) => new Date(Date.parse(time) + ms);
    expect(await mark(voss, true, at("2027-05-26T07:00:00Z", -day - 1))).toEqual({ ok: false, reason: "too-early" });
    expect(await mark(voss, true, at("2027-05-26T07:00:00Z", -day))).toMatchObject({ ok: true });
    expect(await mark(voss, false, at("2027-05-26T09:00:00Z", 60 * day))).toMatchObject({ ok: true });
    expect(await mark(voss, false, at("2027-05-26T09:00:00Z", 60 * day + 1))).toEqual({
      ok: false,
      reason: "too-late",
    });
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now: times.invited }));
    expect(await mark(voss)).toEqual({ ok: false, reason: "cancelled" });
    await asAdmin(database.url().adminUrl, "UPDATE event SET state = 'draft' WHERE id = $1", [event.id]);
    expect(await mark(voss)).toEqual({ ok: false, reason: "draft" });
  });

  it("refuses a ticket of another event or region, of nobody, and one that was taken back", async () => {
    const { mark, ticketOf } = await atDoor();
    const other = await atDoor(["Voss"]);
    for (const ticket of [await other.ticketOf("Voss"), "nobody", "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f"])
      expect(await mark(ticket)).toEqual({ ok: false, reason: "gone" });
    const gone = await ticketOf("Ulvik");
    await asAdmin(database.url().adminUrl, "UPDATE invitation SET withdrawn_at = now() WHERE id = $1", [gone]);
    expect(await mark(gone)).toEqual({ ok: false, reason: "gone" });
  });
});

describe("somebody who comes unannounced", () => {
  it("is added with her municipality, registered and ticked", async () => {
    const { region, event, see, add, log } = await atDoor();
    const municipality = (await region.invitationOf("Voss")).municipalityId ?? "";
    const added = await add({ name: "Siri Ny", email: "siri@example.example", municipality, organisation: "KS" });
    expect(added).toMatchObject({ ok: true, known: false });
    expect((await see()).people.find(({ name }) => name === "Siri Ny")).toMatchObject({
      ...{ municipality: "Voss", organisation: "KS", expected: true, attendedAt: times.door.toISOString() },
    });
    expect(await region.inside((db) => db.registration.findFirst({ where: { eventId: event.id } }))).toMatchObject({
      ...{ state: "registered", number: 1, way: "room" },
    });
    expect(await log()).toHaveLength(1);
  });

  it("is ticked where she stands when her address is on the list already", async () => {
    const { region, see, add } = await atDoor();
    expect(await add({ name: "Ho frå Voss", email: demoAddress("Voss") })).toMatchObject({ ok: true, known: true });
    expect((await region.invitationOf("Voss")).attendedAt).toEqual(times.door);
    expect((await see()).people).toHaveLength(3);
  });

  it("is refused where she has been refused, from a municipality of nowhere, and before the day", async () => {
    const { region, event, add } = await atDoor();
    await register(region, event.id, { name: "Nei Takk", state: "refused" });
    const refused = { name: "Nei Takk", email: "nei.takk@example.example" };
    expect(await add(refused)).toEqual({ ok: false, reason: "refused" });
    const elsewhere = { ...refused, email: "x@x.example", municipality: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f" };
    expect(await add(elsewhere)).toEqual({ ok: false, reason: "no-municipality" });
    expect(await add({ name: "X", email: "x@x.example" }, times.invited)).toEqual({ ok: false, reason: "too-early" });
    expect(await region.inside((db) => db.person.count({ where: { email: "x@x.example" } }))).toBe(0);
  });

  it("is one when two add her at once", async () => {
    const { region, event, add } = await atDoor();
    await Promise.all([1, 2, 3].map(() => add({ name: "Siri Ny", email: "siri@example.example" })));
    expect(await region.inside((db) => db.registration.count({ where: { eventId: event.id } }))).toBe(1);
  });
});

describe("the page of a QR code", () => {
  it("shows whose it is and changes nothing", async () => {
    const { region, event, ticketOf } = await atDoor();
    const ticket = await ticketOf("Voss");
    const open = (id = ticket, eventId = event.id) =>
      region.inside((db) => checkInView(db, { eventId, ticket: id, now: times.door }));
    expect(await open()).toMatchObject({ person: { name: "Kontaktperson, Voss", attendedAt: null }, closed: null });
    await open();
    expect((await region.invitationOf("Voss")).attendedAt).toBeNull();
    for (const bad of ["", "x", "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f"]) expect(await open(bad)).toBeNull();
    const other = await atDoor(["Voss"]);
    expect(await open(await other.ticketOf("Voss"))).toBeNull();
    expect(await open(ticket, other.event.id)).toBeNull();
  });
});
