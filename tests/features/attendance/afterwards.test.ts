import { describe, expect, it } from "vitest";
import { asAdmin, hour } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import type { ReportRow } from "~/domain/attendance/read-report";
import { certificateByLink, certificatesView } from "~/features/attendance/certificate.view.server";
import { changeCertificates } from "~/features/attendance/change-certificates.server";
import { markAttendance } from "~/features/attendance/mark-attendance.server";
import {
  municipalityAttendance,
  networkAttendance,
  overTimeFilters,
  overTimeView,
} from "~/features/attendance/over-time.view.server";
import { ownAfterByLink } from "~/features/attendance/own-after.view.server";
import { reportOf } from "~/features/attendance/read-report.server";
import { reportPreview } from "~/features/attendance/report.view.server";
import { saveReport } from "~/features/attendance/save-report.server";
import { makeLinks } from "~/features/auth/links.server";
import { keepRecording } from "~/features/events/keep-recording.server";
import { publishedRecordings, recordingsToPublish } from "~/features/events/recordings.view.server";
import { newToken } from "~/platform/tokens.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { register, startAttended, times } from "./support";

const database = useDatabase();
const admin = (sql: string, values: unknown[] = []) => asAdmin(database.url().adminUrl, sql, values);

async function taken(names?: string[]) {
  const started = await startAttended(database.url().adminUrl, names);
  const { region, event } = started;
  await admin("UPDATE invitation SET answer = 'accepted' WHERE event_id = $1", [event.id]);
  const mark = async (...who: string[]) => {
    const ticketIds = await Promise.all(who.map(started.ticketOf));
    await region.inside((db) => markAttendance(db, { eventId: event.id, ticketIds, came: true, now: times.door }));
  };
  const linkTo = async (subjectId: string, purpose: "answer" | "registration" = "answer") => {
    const token = newToken();
    const { personId } = await region.inside((db) => db.invitation.findFirstOrThrow({ where: { eventId: event.id } }));
    const expiresAt = new Date("2027-12-31");
    await region.inside((db) => makeLinks(db, [{ token, purpose, personId, subjectId, expiresAt }]));
    return token;
  };
  return { ...started, mark, linkTo };
}

describe("a participants report", () => {
  const row = (name: string, email: string | null, minutes: number | null = 60): ReportRow => ({
    name,
    email,
    minutes,
  });

  it("ticks those it tells of, adds those somebody chose, and leaves the others out", async () => {
    const { region, event } = await taken();
    const rows = [
      row("Frå Voss", demoAddress("Voss")),
      row("Kontaktperson, Ulvik", null, 9),
      row("Ny Person", "ny@example.example"),
      row("iPad", null),
    ];
    const eventId = event.id;
    const preview = await region.inside((db) => reportPreview(db, { eventId, rows, least: 10 }));
    expect(preview.rows.map(({ match, enough }) => [match.kind, enough])).toEqual([
      ["matched", true],
      ["matched", false],
      ["unknown", true],
      ["unknown", true],
    ]);
    const choices = preview.rows.map(({ match }) => (match.kind === "matched" ? match.ticket : "add"));
    const save = () =>
      region.inside((db) =>
        saveReport(db, {
          ...{ eventId, rows, least: 10, choice: (at) => choices[at] ?? "", locale: "nn" },
          ...{ day: new Date("2027-05-26"), now: times.after },
        }),
      );
    expect(await save()).toEqual({ ok: true, came: 2, added: 1 });
    expect(await save()).toMatchObject({ ok: true, came: 2 });
    expect((await region.invitationOf("Voss")).attendedAt).toEqual(times.after);
    expect((await region.invitationOf("Ulvik")).attendedAt).toBeNull();
    expect(await region.inside((db) => db.registration.findMany({ where: { eventId } }))).toMatchObject([
      { name: "Ny Person", attendedAt: times.after },
    ]);
  });

  it("saves nothing for a ticket of another event, or before the day", async () => {
    const { region, event, ticketOf } = await taken();
    const other = await taken(["Voss"]);
    const foreign = await other.ticketOf("Voss");
    const save = (choice: string, now: Date) =>
      region.inside((db) =>
        saveReport(db, {
          ...{ eventId: event.id, rows: [row("x", null)], least: 0, choice: () => choice, locale: "nn" },
          ...{ day: new Date("2027-05-26"), now },
        }),
      );
    expect(await save(foreign, times.after)).toEqual({ ok: false, reason: "gone" });
    expect(await save(await ticketOf("Voss"), times.invited)).toEqual({ ok: false, reason: "too-early" });
    expect(await save("add", times.after)).toEqual({ ok: true, came: 0, added: 0 });
  });

  it("is read from a file or from what was pasted, and refused in words", async () => {
    const read = async (fields: Record<string, string | Blob>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const report = await reportOf(form);
      return report.ok ? report.rows : Object.keys(report.errors);
    };
    const text = "Navn\tE-post\tVarighet\nKåre\tk@v.example\t5 min";
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const rows = [{ name: "Kåre", email: "k@v.example", minutes: 5 }];
    expect(await read({ file: new Blob([utf16]) })).toEqual(rows);
    expect(await read({ text })).toEqual(rows);
    expect(await read({ rows: JSON.stringify(rows), least: "5" })).toEqual(rows);
    expect(await read({ file: new Blob([Buffer.from("PK\u0003\u0004xlsx")]) })).toEqual(["file"]);
    expect(await read({ text: "" })).toEqual(["text"]);
    expect(await read({ text: "hei" })).toEqual(["text"]);
    for (const broken of ["", "[]", "{", '[{"name":1}]', "null"])
      expect(await read({ rows: broken })).toEqual(["form"]);
    for (const least of ["-1", "x", "1.5", "601"]) expect(await read({ text, least })).toEqual(["least"]);
  });
});

describe("somebody's own page", () => {
  it("has the code while she comes, and the certificate when she came and certificates are given", async () => {
    const { region, event, mark, linkTo, ticketOf } = await taken();
    const token = await linkTo(await ticketOf("Voss"));
    const own = (now: Date) =>
      region.inside((db) => ownAfterByLink(db, { token, purpose: "answer", slug: region.slug, now }));
    const certificate = (now = times.after) =>
      region.inside((db) => certificateByLink(db, { token, purpose: "answer", now }));
    expect(await own(times.invited)).toMatchObject({ certificate: false, recording: null });
    expect((await own(times.invited))?.qr?.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    expect((await own(times.after))?.qr).toBeNull();
    await mark("Voss");
    expect((await own(times.door))?.qr).toBeNull();
    expect(await certificate()).toBeNull();
    await region.inside((db) => changeCertificates(db, { eventId: event.id, gives: true }));
    expect(await own(times.after)).toMatchObject({ certificate: true });
    expect(await certificate()).toMatchObject({
      event: { title: "Dialogmøte", issuer: "Statsforvaltaren i Vestland", issuedOn: "2027-05-26" },
      holders: [{ name: "Kontaktperson, Voss", from: "Voss" }],
    });
    const all = await region.inside((db) => certificatesView(db, event.id, times.after));
    expect(all?.holders.map(({ name }) => name)).toEqual(["Kontaktperson, Voss"]);
    const wrong = { token, purpose: "registration", now: times.after } as const;
    expect(await region.inside((db) => certificateByLink(db, wrong))).toBeNull();
  });

  it("has no certificate for who did not come", async () => {
    const { region, event, mark, linkTo, ticketOf } = await taken();
    await region.inside((db) => changeCertificates(db, { eventId: event.id, gives: true }));
    await mark("Voss");
    const token = await linkTo(await ticketOf("Ulvik"));
    expect(
      await region.inside((db) => certificateByLink(db, { token, purpose: "answer", now: times.after })),
    ).toBeNull();
  });

  it("works by the link of a registration too", async () => {
    const { region, event, linkTo } = await taken();
    const { id } = await register(region, event.id, { name: "Anne Berg" });
    const token = await linkTo(id, "registration");
    const own = { token, purpose: "registration", slug: region.slug, now: times.door } as const;
    expect((await region.inside((db) => ownAfterByLink(db, own)))?.qr).toMatchObject({ name: "Anne Berg" });
  });
});

describe("the recording", () => {
  it("is published with an address when the event has begun, and taken back", async () => {
    const { region, event } = await taken();
    const keep = async (link: string, publish: boolean, now = times.after, version?: number) =>
      region.inside(async (db) =>
        keepRecording(db, { eventId: event.id, link, publish, version: version ?? (await event.row()).version, now }),
      );
    const link = "https://video.example/opptak";
    expect(await keep(link, true, times.dayBefore)).toEqual({ ok: false, reason: "not-begun" });
    expect(await keep("", true)).toEqual({ ok: false, reason: "no-link" });
    expect(await keep(link, false, times.dayBefore)).toEqual({ ok: true, published: false });
    expect(await keep(link, true, times.after, 99)).toEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await keep(link, true)).toEqual({ ok: true, published: true });
    const published = (since: Date) => region.inside((db) => publishedRecordings(db, since));
    expect(await published(times.invited)).toEqual([]);
    await admin("UPDATE event SET open = true WHERE id = $1", [event.id]);
    expect(await published(times.invited)).toMatchObject([{ title: "Dialogmøte", recording: { link } }]);
    expect(await published(times.after)).toEqual([]);
    expect(await keep(link, false)).toEqual({ ok: true, published: false });
    expect(await published(times.invited)).toEqual([]);
  });

  it("is waited for after a webinar of one's own actor, for sixty days", async () => {
    const { region, event } = await taken();
    const actor = await region.inside((db) =>
      db.actor.create({ data: { name: "USHT", shortName: "USHT", position: 1 } as never }),
    );
    await admin("UPDATE event SET kind = 'webinar', actor_id = $2 WHERE id = $1", [event.id, actor.id]);
    const wait = (now: Date, actorIds = [actor.id]) =>
      region.inside((db) => recordingsToPublish(db, { actorIds, now }));
    expect(await wait(times.door)).toEqual([]);
    expect(await wait(times.after)).toMatchObject([{ id: event.id, hasLink: false }]);
    expect(await wait(times.after, [])).toEqual([]);
    expect(await wait(new Date(times.after.getTime() + 61 * 24 * hour))).toEqual([]);
  });
});

describe("who came over time", () => {
  it("counts each person once, from where she came, and narrows to a network, a kind and a period", async () => {
    const { region, event, mark } = await taken();
    await mark("Voss", "Ulvik");
    const voss = await region.invitationOf("Voss");
    const { id } = await register(region, event.id, { name: "Anne Berg" });
    await region.inside((db) =>
      db.registration.create({
        data: {
          ...{ eventId: event.id, personId: voss.personId, name: "x", way: "room" as const, number: 9, locale: "nn" },
          ...{ state: "registered" as const, attendedAt: times.door },
        },
      }),
    );
    await region.inside((db) => db.registration.updateMany({ where: { id }, data: { attendedAt: times.door } }));
    const network = await region.inside((db) => db.network.create({ data: { name: "Nettverk", position: 1 } }));
    const see = (query = "") =>
      region.inside((db) =>
        overTimeView(db, { filters: overTimeFilters(new URLSearchParams(query)), now: times.nextMorning }),
      );
    const counts = async (query?: string) => (await see(query)).rows.map(({ name, total }) => [name, total]);
    expect(await counts()).toEqual([
      ["Stord", 0],
      ["Ulvik", 1],
      ["Voss", 1],
      [null, 1],
    ]);
    expect((await see()).columns).toMatchObject([{ key: "2027-1" }]);
    expect((await see("by=event")).columns).toMatchObject([{ key: event.id }]);
    expect((await see(`network=${network.id}`)).held).toBe(0);
    await admin("UPDATE event SET network_id = $2 WHERE id = $1", [event.id, network.id]);
    expect((await see(`network=${network.id}&kind=dialogue_meeting&period=2027`)).held).toBe(1);
    expect((await see("kind=webinar")).held).toBe(0);
    expect((await see("period=2026")).held).toBe(0);
    expect((await see("period=x&network=y&kind=z&by=q")).held).toBe(1);
    const own = { networkId: network.id, now: times.nextMorning };
    expect(await region.inside((db) => networkAttendance(db, own))).toMatchObject([{ people: 3, municipalities: 2 }]);
    const municipalityId = voss.municipalityId ?? "";
    expect(await region.inside((db) => municipalityAttendance(db, municipalityId))).toMatchObject([{ people: 1 }]);
  });
});
