import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database";
import { readsMailAt, takeMail } from "~/features/automation/receive-mail.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { holdEvent } from "~/features/events/events.db.server";
import { forgetReplies } from "~/features/events/forget-replies.server";
import { recordAnswer } from "~/features/events/record-answer.server";
import { repliesView } from "~/features/events/replies.view.server";
import { countReply, dismissReply } from "~/features/events/settle-reply.server";
import { listenForMail } from "~/platform/mail/inbound.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { type ReplyFields, replyMail } from "./reply-mail";
import { asAdmin, eventPage, hour, makeLiveRegion, minute, startEvent, usePost } from "./thread";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const voss = demoAddress("Voss");

/** The listener of the worker, at a clock of the test's own. */
let clock = now;
let smtp: Awaited<ReturnType<typeof listenForMail>>;
const taken: string[] = [];
beforeAll(async () => {
  smtp = await listenForMail(
    { host: "127.0.0.1", port: 0 },
    { reads: readsMailAt, take: async (mail) => taken.push(await takeMail(mail, clock)) },
  );
});
afterAll(() => smtp.close());

/** Sends a mail as a mail server would, and says what became of it. */
async function send(raw: string | Buffer, at = now, to = "svar@vestland.example", from = voss) {
  clock = at;
  const transport = createTransport({ host: "127.0.0.1", port: smtp.port, secure: false, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw });
    return taken.pop();
  } catch (error) {
    return (error as { responseCode?: number }).responseCode;
  } finally {
    transport.close();
  }
}

/** Voss and Ulvik are invited, and have the mail. */
async function invited() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const event = await startEvent(region, now);
  await event.invite();
  await post.read(now);
  const reply = (fields: Partial<ReplyFields> & { at?: Date } = {}) => {
    const { at = later(minute), ...given } = fields;
    return send(replyMail({ eventId: event.id, attendee: voss, stamp: at, ...given }), at);
  };
  const answerOf = async (municipality: string) => {
    const { answer, answeredBy, comment } = await region.invitationOf(municipality);
    return { answer, answeredBy, comment };
  };
  const waiting = async (at = later(hour)) =>
    (await region.inside((db) => repliesView(db, event.id, at)))?.waiting ?? [];
  return { region, event, reply, answerOf, waiting };
}

const unanswered = { answer: null, answeredBy: null, comment: "" };

describe("an answer by mail (C9)", () => {
  it.each([
    ["ACCEPTED", "accepted"],
    ["DECLINED", "declined"],
    ["TENTATIVE", "tentative"],
  ])("of %s counts, with what was written, and is marked so", async (partstat, answer) => {
    const { region, event, reply, answerOf } = await invited();
    expect(await reply({ partstat, comment: "Kjem seint" })).toBe("counted");
    expect(await answerOf("Voss")).toEqual({ answer, answeredBy: "mail", comment: "Kjem seint" });
    expect(await answerOf("Ulvik")).toEqual(unanswered);
    const view = await region.inside((db) => eventPage(db, event.id, now));
    expect(view?.rows.find(({ municipality }) => municipality === "Voss")).toMatchObject({
      answer,
      answeredBy: "mail",
    });
    const log = await region.inside((db) => db.auditEvent.findMany({ where: { action: "answered" } }));
    expect(log).toMatchObject([{ via: "mail", personId: null, before: { answer: null }, after: { answer } }]);
    expect(JSON.stringify(log)).not.toMatch(/example|seint/);
  });

  it("is taken out of the mail of a change that waits, and an answer to the old time is asked for again (C10)", async () => {
    const { region, event, reply } = await invited();
    await event.change({ start: "10:00" }, later(minute));
    expect(await reply({ at: later(2 * minute) })).toBe("counted");
    expect(await region.invitationOf("Voss")).toMatchObject({ answer: "accepted", answeredVersion: 0 });
    const mails = await post.read(later(hour));
    expect(mails.find(({ to }) => to === voss)).toMatchObject({ sequence: 1, answer: "NEEDS-ACTION" });
    expect(await reply({ at: later(2 * hour), sequence: 1 })).toBe("counted");
    expect(await region.invitationOf("Voss")).toMatchObject({ answeredVersion: 1 });
  });

  it("is for the region whose event it is, where several read at one address", async () => {
    const { reply, answerOf } = await invited();
    const other = await invited();
    expect(await reply()).toBe("counted");
    expect(await answerOf("Voss")).toMatchObject({ answer: "accepted" });
    expect(await other.answerOf("Voss")).toEqual(unanswered);
  });

  it("is taken at the address the entries went out with, after the region has got another", async () => {
    const { region, event, answerOf } = await invited();
    await asAdmin(database.url().adminUrl, "UPDATE region SET reply_address = 'ny@vestland.example' WHERE id = $1", [
      region.id,
    ]);
    await asAdmin(
      database.url().adminUrl,
      "UPDATE event SET organizer_address = 'gammal@vestland.example' WHERE id = $1",
      [event.id],
    );
    const raw = replyMail({ eventId: event.id, attendee: voss, stamp: now });
    expect(await send(raw, later(minute), "Gammal@vestland.example")).toBe("counted");
    expect(await answerOf("Voss")).toMatchObject({ answer: "accepted" });
  });
});

describe("another time that is proposed", () => {
  const when = { proposes: ";TZID=Europe/Oslo:20270527T100000", partstat: "TENTATIVE" };

  it("is no answer, and waits with the time for a person, who may count it or put it aside", async () => {
    const { region, event, reply, answerOf, waiting } = await invited();
    expect(await reply(when)).toBe("waiting");
    expect(await reply(when)).toBe("ignored");
    expect(await answerOf("Voss")).toEqual(unanswered);
    const [first] = await waiting();
    expect(first).toMatchObject({ reason: "counter", answer: "tentative", proposedStart: "2027-05-27T08:00:00.000Z" });
    const { id: invitationId } = await region.invitationOf("Voss");
    expect(first?.guess).toBe(invitationId);
    const decide = { eventId: event.id, replyId: first?.id ?? "", now: later(hour) };
    await region.inside((db) => countReply(db, { ...decide, invitationId, personId: region.coordinatorId }));
    expect(await answerOf("Voss")).toMatchObject({ answer: "tentative", answeredBy: "mail" });
  });

  it("leaves an answer that stands, and gives way to a plain answer that comes after", async () => {
    const { reply, answerOf, waiting } = await invited();
    expect(await reply({ at: later(minute) })).toBe("counted");
    expect(await reply({ ...when, at: later(2 * minute) })).toBe("waiting");
    expect(await answerOf("Voss")).toMatchObject({ answer: "accepted" });
    expect(await reply({ partstat: "DECLINED", at: later(3 * minute) })).toBe("counted");
    expect(await answerOf("Voss")).toMatchObject({ answer: "declined" });
    expect(await waiting()).toHaveLength(1);
  });

  it("waits as one from another address where it is from one, and without a time that cannot be read", async () => {
    const { reply, waiting } = await invited();
    const odd = { proposes: ";TZID=Pacific Standard Time:20270527T100000", from: "vikar@voss.example" };
    expect(await reply({ ...odd, attendee: "vikar@voss.example" })).toBe("waiting");
    expect(await waiting()).toMatchObject([{ reason: "counter", proposedStart: null }]);
  });
});

describe("what came by mail", () => {
  it("is deleted thirty days after the event, decided on or not, and what comes later is not kept", async () => {
    const { region, event, reply, answerOf } = await invited();
    expect(await reply({ at: later(minute) })).toBe("counted");
    for (const name of ["ein", "to"]) {
      const address = `${name}@voss.example`;
      expect(await reply({ attendee: address, at: later(2 * minute) })).toBe("waiting");
    }
    const kept = () => region.inside((db) => db.inboundReply.findMany({ where: { eventId: event.id } }));
    const [first] = await kept();
    await region.inside((db) => dismissReply(db, { eventId: event.id, replyId: first?.id ?? "", now: later(hour) }));
    const end = (await event.row()).endsAt.getTime() + 30 * 24 * hour;
    const forget = (at: number) =>
      region.inside(async (db) => {
        const held = await holdEvent(db, event.id);
        return held && forgetReplies(db, held, new Date(at));
      });
    expect(await forget(end - 1)).toEqual(new Date(end));
    expect(await kept()).toHaveLength(2);
    expect(await forget(end)).toBeNull();
    expect(await kept()).toEqual([]);
    expect(await answerOf("Voss")).toMatchObject({ answer: "accepted" });
    expect(await reply({ attendee: "tre@voss.example", at: new Date(end) })).toBe("ignored");
    const log = await region.inside((db) => db.auditEvent.findMany({ where: { action: "removed" } }));
    expect(log).toMatchObject([{ subjectId: event.id, after: { repliesDeleted: 2 } }]);
  });
});

describe("an answer that changes nothing", () => {
  it("is below what that person was sent (C11)", async () => {
    const { event, reply, answerOf } = await invited();
    await event.changeNow({ start: "10:00" }, later(minute));
    await post.read(later(minute));
    expect(await reply({ at: later(2 * minute), sequence: 0 })).toBe("ignored");
    expect(await answerOf("Voss")).toEqual(unanswered);
    expect(await reply({ at: later(2 * minute), sequence: 1 })).toBe("counted");
  });

  it("comes twice", async () => {
    const { region, reply } = await invited();
    expect([await reply(), await reply(), await reply()]).toEqual(["counted", "ignored", "ignored"]);
    expect(await region.inside((db) => db.auditEvent.count({ where: { action: "answered" } }))).toBe(1);
  });

  it("is overtaken on its way, by mail or by the link", async () => {
    const { region, reply, answerOf } = await invited();
    const { id } = await region.invitationOf("Voss");
    await reply({ at: later(2 * minute), stamp: later(2 * minute), partstat: "DECLINED" });
    expect(await reply({ at: later(3 * minute), stamp: later(minute) })).toBe("ignored");
    await region.inside((db) =>
      recordAnswer(db, { invitationId: id, answer: "tentative", answeredBy: "link", now: later(4 * minute) }),
    );
    expect(await reply({ at: later(5 * minute), stamp: later(3 * minute) })).toBe("ignored");
    expect(await answerOf("Voss")).toMatchObject({ answer: "tentative", answeredBy: "link" });
    expect(await reply({ at: later(6 * minute), stamp: later(5 * minute) })).toBe("counted");
  });

  it("is of a clock that is ahead, and keeps no later one out", async () => {
    const { reply, answerOf } = await invited();
    expect(await reply({ stamp: new Date("2099-01-01T00:00:00Z"), at: later(minute) })).toBe("counted");
    expect(await reply({ at: later(2 * minute), partstat: "DECLINED" })).toBe("counted");
    expect(await answerOf("Voss")).toMatchObject({ answer: "declined" });
  });

  it("is to an event of nobody here", async () => {
    const { reply } = await invited();
    expect(await reply({ eventId: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f" })).toBe("unknown");
  });
});

describe("an answer that a person decides on", () => {
  const stranger = "vikar@voss.example";

  it("comes from another address than was invited, and is counted for whom she says", async () => {
    const { region, event, reply, answerOf, waiting } = await invited();
    expect(await reply({ attendee: stranger, from: stranger, name: "Vikar, Voss", comment: "Eg kjem" })).toBe(
      "waiting",
    );
    expect(await reply({ attendee: stranger, from: stranger })).toBe("ignored");
    const [kept] = await waiting();
    expect(kept).toMatchObject({
      fromName: "Vikar, Voss",
      fromAddress: stranger,
      answer: "accepted",
      comment: "Eg kjem",
      reason: "other-address",
    });
    expect(await region.inside((db) => eventPage(db, event.id, now))).toMatchObject({ replies: 1 });
    const { id } = await region.invitationOf("Voss");
    const settle = { eventId: event.id, replyId: kept?.id ?? "", now: later(hour) };
    const personId = region.coordinatorId;
    const count = () => region.inside((db) => countReply(db, { ...settle, invitationId: id, personId }));
    expect(await count()).toEqual({ ok: true });
    expect(await answerOf("Voss")).toEqual({ answer: "accepted", answeredBy: "mail", comment: "Eg kjem" });
    expect((await region.invitationOf("Voss")).answeredForId).toBe(personId);
    expect(await count()).toEqual({ ok: false, reason: "settled" });
    expect(await waiting()).toEqual([]);
  });

  it("names the invited, and comes from another", async () => {
    const { region, event, reply, answerOf, waiting } = await invited();
    expect(await reply({ from: stranger })).toBe("waiting");
    expect(await reply({ attendee: stranger })).toBe("waiting");
    expect(await reply({ attendee: demoAddress("Ulvik"), from: voss })).toBe("waiting");
    expect([await answerOf("Voss"), await answerOf("Ulvik")]).toEqual([unanswered, unanswered]);
    for (const { id } of await waiting())
      expect(await region.inside((db) => dismissReply(db, { eventId: event.id, replyId: id, now }))).toEqual({
        ok: true,
      });
    expect(await waiting()).toEqual([]);
  });

  it("is the newest alone of one who writes again", async () => {
    const { reply, waiting } = await invited();
    await reply({ attendee: stranger, from: stranger, stamp: later(minute), at: later(3 * minute) });
    await reply({
      attendee: stranger,
      from: stranger,
      stamp: later(2 * minute),
      at: later(3 * minute),
      partstat: "DECLINED",
    });
    expect(await reply({ attendee: stranger, from: stranger, at: later(3 * minute), stamp: later(minute) })).toBe(
      "ignored",
    );
    expect((await waiting()).map(({ answer }) => answer)).toEqual(["declined"]);
  });

  it("comes when the event has begun", async () => {
    const { reply, answerOf, waiting } = await invited();
    expect(await reply({ at: new Date("2027-05-26T07:00:00Z") })).toBe("waiting");
    expect((await waiting(new Date("2027-05-26T08:00:00Z")))[0]).toMatchObject({ reason: "over" });
    expect(await answerOf("Voss")).toEqual(unanswered);
  });

  it("comes when the event is cancelled, or the invitation is another's", async () => {
    const { region, event, reply, answerOf, waiting } = await invited();
    const { id } = await region.invitationOf("Ulvik");
    await asAdmin(database.url().adminUrl, "UPDATE invitation SET withdrawn_at = now() WHERE id = $1", [id]);
    const ulvik = demoAddress("Ulvik");
    expect(await reply({ attendee: ulvik, from: ulvik })).toBe("waiting");
    await region.inside((db) => cancelEvent(db, { eventId: event.id, now: later(2 * minute) }));
    await post.read(later(2 * minute));
    expect(await reply({ at: later(3 * minute), partstat: "DECLINED" })).toBe("waiting");
    expect([await answerOf("Voss"), await answerOf("Ulvik")]).toEqual([unanswered, unanswered]);
    const [kept] = await waiting();
    const { id: invitationId } = await region.invitationOf("Voss");
    const settle = { eventId: event.id, replyId: kept?.id ?? "", invitationId, personId: region.coordinatorId, now };
    expect(await region.inside((db) => countReply(db, settle))).toEqual({ ok: false, reason: "cancelled" });
  });

  it("is of this event and this region, or is not there", async () => {
    const { region, event, reply, waiting } = await invited();
    const other = await invited();
    await reply({ attendee: stranger, from: stranger });
    const [kept] = await waiting();
    const { id } = await other.region.invitationOf("Voss");
    const settle = { replyId: kept?.id ?? "", personId: region.coordinatorId, now };
    const gone = { ok: false, reason: "settled" };
    const elsewhere = (eventId: string) =>
      other.region.inside((db) => countReply(db, { ...settle, eventId, invitationId: id }));
    expect([await elsewhere(event.id), await elsewhere(other.event.id)]).toEqual([gone, gone]);
    expect(await region.inside((db) => countReply(db, { ...settle, eventId: event.id, invitationId: id }))).toEqual({
      ok: false,
      reason: "gone",
    });
  });
});

describe("the mail that comes in", () => {
  it("is refused at every address that is no region's", async () => {
    await invited();
    expect(await send("Subject: x\r\n\r\nx", now, "noen@annan.example")).toBe(550);
    expect(await send("Subject: x\r\n\r\nx", now, "svar@vestland.example.annan.example")).toBe(550);
  });

  it("is taken and let be when it answers nothing, and nobody is written to", async () => {
    const { region } = await invited();
    const mail = `From: ${voss}\r\nSubject: Borte\r\nAuto-Submitted: auto-replied\r\n\r\nEg er borte.`;
    expect(await send(mail)).toBe("no-reply");
    expect(await send(mail, now, "svar@vestland.example", "")).toBe("no-reply");
    expect(await region.inside((db) => db.inboundReply.count())).toBe(0);
    expect(await post.read(later(hour))).toEqual([]);
  });
});
