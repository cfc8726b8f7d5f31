import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { changeEvent } from "~/features/events/change-event.server";
import { makeEvent } from "~/features/events/create-event.server";
import { detailValues, judgeDetails } from "~/features/events/event-details.server";
import { type EventForm, eventFormSchema } from "~/features/events/event-form.schema";
import { inviteView } from "~/features/events/invite.view.server";
import { jointEvents } from "~/features/events/joint-events.server";
import { publishEvent } from "~/features/events/publish-event.server";
import { removeDraft } from "~/features/events/remove-draft.server";
import { asAdmin, eventForm, hour, type LiveRegion, makeLiveRegion, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-03-01T08:00:00Z");
const today = new Date("2027-03-01");

const filled = (fields: object): EventForm =>
  eventFormSchema().parse({
    title: "Fagdag",
    kind: "professional_day",
    date: "2027-05-26",
    start: "09:00",
    end: "11:00",
    version: "0",
    ...fields,
  });

/** Makes an event as the form does. */
async function make(region: LiveRegion, fields: object, networkId: string | null = null) {
  const form = filled(fields);
  return region.inside(async (db) => {
    const judged = await judgeDetails(db, { form, holder: { actorId: null, networkId }, today, eventId: null });
    if (!judged.ok) return judged;
    return makeEvent(db, {
      form,
      planRowId: null,
      details: judged.details,
      responsibleId: region.coordinatorId,
      zone: "Europe/Oslo",
      now,
    });
  });
}

async function withActors() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Bergen"]);
  const facts = await region.inside(async (db) => ({
    actor: await db.actor.create({ data: { name: "USHT Vestland", position: 1 } }),
    area: await db.priorityArea.create({ data: { number: 1, name: "Trygg heime" } }),
    audience: await db.audience.create({ data: { name: "Rådgjevarar" } }),
  }));
  return { ...region, ...facts };
}

describe("what else is said of an event", () => {
  it("is kept with it and comes back in its form", async () => {
    const region = await withActors();
    const { actor, area, audience, coordinatorId } = region;
    const made = await make(region, {
      language: "nn",
      audience: audience.id,
      areaIds: [area.id],
      organiserIds: [actor.id],
      responsibleId: coordinatorId,
      joinLink: "https://teams.example/join?secret=1",
      open: "on",
    });
    if (!made.ok) throw new Error(made.reason);
    expect(await region.inside((db) => detailValues(db, made.id))).toEqual({
      values: {
        language: "nn",
        responsibleId: coordinatorId,
        audience: audience.id,
        joinLink: "https://teams.example/join?secret=1",
        callsDeputies: "",
        open: "on",
        row: "",
      },
      lists: { organiserIds: [actor.id], areaIds: [area.id], partners: [] },
    });
    const [log] = await region.inside((db) => db.auditEvent.findMany({ where: { subjectId: made.id } }));
    expect(log?.after).toMatchObject({ joinLink: true, open: true, audienceId: audience.id });
    expect(JSON.stringify(log)).not.toContain("secret=1");
  });

  it("is changed together with the rest, and what is left empty is taken away", async () => {
    const region = await withActors();
    const made = await make(region, { language: "nn", open: "on", areaIds: [region.area.id] });
    if (!made.ok) throw new Error(made.reason);
    const form = filled({ title: "Ny tittel" });
    await region.inside(async (db) => {
      const judged = await judgeDetails(db, {
        form,
        holder: { actorId: null, networkId: null },
        today,
        eventId: made.id,
      });
      if (!judged.ok) throw new Error(judged.reason);
      expect(await changeEvent(db, { eventId: made.id, form, details: judged.details, now })).toMatchObject({
        ok: true,
      });
    });
    const { values, lists } = await region.inside((db) => detailValues(db, made.id));
    expect([values.language, values.open, lists.areaIds]).toEqual(["", "", []]);
    expect(values.responsibleId).toBe(region.coordinatorId);
  });

  it("is refused at its field when it is not there, or another region's", async () => {
    const region = await withActors();
    const other = await withActors();
    for (const [field, value] of [
      ["areaIds", [other.area.id]],
      ["organiserIds", [other.actor.id]],
      ["audience", other.audience.id],
      ["responsibleId", other.coordinatorId],
      ["row", other.area.id],
      ["partners", ["no-such-region"]],
    ] as const)
      expect(await make(region, { [field]: value })).toEqual({ ok: false, field, reason: "choice-gone" });
    expect(await make(region, { audience: "network_members" })).toEqual({
      ok: false,
      field: "audience",
      reason: "no-network",
    });
  });

  it("does not make somebody responsible who may not edit events", async () => {
    const region = await withActors();
    const contact = await region.inside((db) =>
      db.person.findFirstOrThrow({ where: { roles: { some: { kind: "contact_person" } } } }),
    );
    expect(await make(region, { responsibleId: contact.id })).toMatchObject({ ok: false, field: "responsibleId" });
  });

  it("chooses beforehand whom one is to invite", async () => {
    const region = await withActors();
    const chosen = async (audience: string) => {
      const made = await make(region, { audience });
      if (!made.ok) throw new Error(made.reason);
      return (await region.inside((db) => inviteView(db, made.id, now)))?.chosen;
    };
    expect(await chosen(region.audience.id)).toBe(region.audience.id);
    expect(await chosen("contact_persons")).toBe("");
    expect(await chosen("")).toBe("");
  });

  it("tells nobody when the join link changes, and never puts it in a mail or calendar entry", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const event = await startEvent(region, now, { joinLink: "https://teams.example/secret" });
    await event.invite();
    const [mail] = await post.read(now);
    expect(JSON.stringify(mail)).not.toContain("teams.example");
    const form = eventForm({ joinLink: "https://teams.example/other", version: "0" });
    expect(await region.inside((db) => changeEvent(db, { eventId: event.id, form, now }))).toEqual({
      ok: true,
      told: 0,
    });
  });
});

describe("hostile words", () => {
  it("are one line in titles and places, all the way to the mail and the calendar", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const title = "Møte\r\nBcc: alle@ond.example\r\n\r\n<script>";
    const event = await startEvent(region, now, {
      title,
      place: "Voss\rtinghus\u0007\u202E kjellar\nATTENDEE:mailto:ond@ond.example",
      description: "Ein\r\nto\u0000\u0008 tre",
    });
    await event.invite();
    const [mail] = await post.read(now);
    expect(mail?.subject).toContain("Møte Bcc: alle@ond.example <script>");
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(JSON.stringify(mail)).not.toContain('"bcc"');
    const row = await event.row();
    expect([row.title, row.place, row.description]).toEqual([
      "Møte Bcc: alle@ond.example <script>",
      "Voss tinghus kjellar ATTENDEE:mailto:ond@ond.example",
      "Ein\nto tre",
    ]);
  });

  it("refuses a title of nothing but control characters, and a link that runs a script", () => {
    const refused = (fields: object) =>
      eventFormSchema()
        .safeParse({ ...filled({}), language: "", open: undefined, title: "Møte", ...fields })
        .error?.issues.map(({ path }) => path.join("."));
    expect(refused({ title: "\r\n\t" })).toEqual(["title"]);
    expect(refused({ joinLink: "javascript:alert(1)" })).toEqual(["joinLink"]);
    expect(refused({ endDate: "2027-05-25" })).toEqual(["endDate"]);
    expect(refused({ endDate: "2027-07-25" })).toEqual(["endDate"]);
    expect(refused({ endDate: "2027-05-27" })).toBeUndefined();
  });
});

describe("moving and publishing", () => {
  it("does not move an event into the past", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const event = await startEvent(region, now);
    expect(await event.change({ date: "2027-02-01" })).toEqual({ ok: false, field: "date", reason: "in-the-past" });
  });

  it("publishes an open event without telling anybody, once, and refuses one that is shown nowhere", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const closed = await make(region, {});
    const open = await make(region, { open: "on" });
    if (!closed.ok || !open.ok) throw new Error("not made");
    const publish = (id: string) => region.inside((db) => publishEvent(db, { eventId: id, now }));
    expect(await publish(closed.id)).toEqual({ ok: false, reason: "not-open" });
    expect(await publish(open.id)).toEqual({ ok: true });
    expect(await publish(open.id)).toEqual({ ok: false, reason: "not-draft" });
    const row = await region.inside((db) => db.event.findFirstOrThrow({ where: { id: open.id } }));
    expect([row.state, row.organizerAddress]).toEqual(["published", "svar@vestland.example"]);
    expect(await region.inside((db) => db.delivery.count())).toBe(0);
  });

  it("deletes a draft for good, and never one that somebody has been told of", async () => {
    const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const draft = await make(region, { open: "on" });
    if (!draft.ok) throw new Error("not made");
    const told = await startEvent(region, now);
    await told.invite();
    const remove = (id: string) => region.inside((db) => removeDraft(db, { eventId: id }));
    expect(await remove(told.id)).toEqual({ ok: false, reason: "not-draft" });
    await asAdmin(database.url().adminUrl, "UPDATE event SET state = 'draft' WHERE id = $1", [told.id]);
    expect(await remove(told.id)).toEqual({ ok: false, reason: "known" });
    expect(await remove(draft.id)).toEqual({ ok: true, title: "Fagdag" });
    expect(await region.inside((db) => db.event.count())).toBe(1);
  });
});

describe("an event held together with another region", () => {
  it("is seen by the partner when it is open and published, and by no other", async () => {
    const host = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
    const partner = await makeLiveRegion(database.url().adminUrl, ["Bergen"]);
    const stranger = await makeLiveRegion(database.url().adminUrl, ["Ulvik"]);
    const made = await make(host, { partners: [partner.slug], open: "on" });
    if (!made.ok) throw new Error(made.reason);
    expect(await jointEvents(partner.id, now)).toEqual([]);
    await host.inside((db) => publishEvent(db, { eventId: made.id, now }));
    expect(await jointEvents(partner.id, now)).toMatchObject([
      { id: made.id, title: "Fagdag", host: { slug: host.slug } },
    ]);
    expect(await jointEvents(stranger.id, now)).toEqual([]);
    expect(await jointEvents(partner.id, new Date("2027-05-26T12:00:00Z"))).toEqual([]);
    await asAdmin(database.url().adminUrl, "UPDATE event SET open = false WHERE id = $1", [made.id]);
    expect(await jointEvents(partner.id, new Date(now.getTime() + hour))).toEqual([]);
  });
});
