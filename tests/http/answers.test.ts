import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import { freePort } from "~/platform/db/embedded.server";
import { replyMail } from "../features/events/reply-mail";
import {
  coordinators,
  mailsAreSent,
  mailsTo,
  makeEvent,
  printOf,
  proofIn,
  query,
  signedIn,
  startDemo,
  type Visitor,
  visitor,
} from "./support";

const voss = "kontakt@voss.kommune.example";
const ulvik = "kontakt@ulvik.kommune.example";

describe("answering, by every way there is", () => {
  let app: RunningApp;
  let coordinator: Visitor;
  let port: number;
  let event: string;
  let link: string;
  beforeAll(async () => {
    port = await freePort();
    app = await startDemo({ INBOUND_SMTP_PORT: String(port) });
    coordinator = await signedIn(app, coordinators.vestland);
    event = await makeEvent(coordinator, "vestland", "Fellesmøte");
    const [mail = ""] = await mailsTo(app, voss);
    link = new URL(/https?:\S+\/answer\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
    await mailsAreSent(app);
  });
  afterAll(() => app?.stop());

  const page = () => `/r/vestland/events/${event}`;
  const invitationOf = async (email: string) => {
    const [row] = await query<Record<string, string | null>>(
      app,
      `SELECT i.id, i.answer, i.answered_by, i.comment, i.needs FROM invitation i
       JOIN person p ON (p.region_id, p.id) = (i.region_id, i.person_id) WHERE p.email = $1 AND i.event_id = $2`,
      email,
      event,
    );
    return row ?? {};
  };
  const answer = async (form: Record<string, string>) => {
    const person = visitor(app);
    return person.post(link, { proof: proofIn((await person.get(link)).text), ...form });
  };

  it("is not done by whoever opens the link, however often and by whatever method (L1)", async () => {
    const before = await printOf(app);
    for (const path of [link, `${link}.data`, `${link}?answer=accepted`, `${link}?intent=new-link`]) {
      expect((await visitor(app).get(path)).status, path).toBe(200);
      expect((await visitor(app).head(path)).status, path).toBeLessThan(400);
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("takes words to the organiser, and keeps those that were too long in their field", async () => {
    const long = `Hei ${"x".repeat(1000)}`;
    const refused = await answer({ answer: "accepted", comment: long });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(long);
    expect(await invitationOf(voss)).toMatchObject({ answer: null, comment: "" });
    expect((await answer({ answer: "accepted", comment: "Kjem med <b>toget</b>" })).status).toBe(302);
    expect(await invitationOf(voss)).toMatchObject({ answer: "accepted", answered_by: "link" });
    expect((await visitor(app).get(link)).text).toContain("Kjem med &lt;b&gt;toget&lt;/b&gt;");
    expect((await coordinator.get(`${page()}?answers=all`)).text).toContain("Kjem med &lt;b&gt;toget&lt;/b&gt;");
  });

  it("refuses what is no answer", async () => {
    for (const given of [{}, { answer: "perhaps" }, { answer: "needs-action" }])
      expect((await answer(given as Record<string, string>)).status).toBe(400);
  });

  it("asks for needs where the event does, and shows them to those who organise it alone", async () => {
    expect((await visitor(app).get(link)).text).not.toContain('name="newNeeds"');
    expect((await coordinator.post(`${page()}/needs`, { asks: "yes" })).status).toBe(302);
    expect((await visitor(app).get(link)).text).toContain('name="newNeeds"');
    expect((await answer({ answer: "accepted", newNeeds: "Nøtteallergi" })).status).toBe(302);
    expect((await invitationOf(voss)).needs).toBe("Nøtteallergi");
    expect((await visitor(app).get(link)).text).not.toContain("Nøtteallergi");
    expect((await coordinator.get(`${page()}/needs`)).text).toContain("Nøtteallergi");
    expect((await answer({ answer: "tentative" })).status).toBe(302);
    expect((await invitationOf(voss)).needs).toBe("Nøtteallergi");
    expect((await answer({ answer: "tentative", forgetNeeds: "on" })).status).toBe(302);
    expect((await invitationOf(voss)).needs).toBe("");
  });

  it("is done on behalf from the invitation's page, and not over an answer that was not seen", async () => {
    const { id } = await invitationOf(voss);
    const address = `${page()}/invitations/${id}`;
    expect((await coordinator.get(address)).status).toBe(200);
    const stale = await coordinator.post(address, {
      intent: "answer",
      answer: "declined",
      seen: "",
      comment: "Ringde",
    });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Ringde");
    const seen = /name="seen" value="([^"]*)"/.exec((await coordinator.get(address)).text)?.[1] ?? "";
    expect((await coordinator.post(address, { intent: "answer", answer: "declined", seen })).status).toBe(302);
    expect(await invitationOf(voss)).toMatchObject({ answer: "declined", answered_by: "on_behalf" });
    expect((await mailsTo(app, voss, 2)).at(-1)).toContain("Stemmer det ikkje");
    expect((await coordinator.post(address, { intent: "answer", seen })).status).toBe(400);
    expect((await coordinator.post(address, { intent: "resend" })).status).toBe(302);
  });

  it("is done by mail to the worker, and what it cannot decide waits on a page", async () => {
    const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
    const send = (raw: string, from: string) =>
      transport.sendMail({ envelope: { from, to: ["svar@vestland.example"] }, raw });
    const stamp = new Date();
    await send(replyMail({ eventId: event, attendee: ulvik, stamp, comment: "Kjem" }), ulvik);
    expect(await invitationOf(ulvik)).toMatchObject({ answer: "accepted", answered_by: "mail", comment: "Kjem" });
    const other = "vikar@bomlo.example";
    await send(replyMail({ eventId: event, attendee: other, stamp, name: "Vikar <script>" }), other);
    transport.close();
    expect((await coordinator.get(page())).text).toContain("1 svar på e-post ventar på deg");
    const replies = `${page()}/replies`;
    const { text } = await coordinator.get(replies);
    expect(text).toContain("Vikar &lt;script&gt;");
    const reply = /name="reply" value="([^"]+)"/.exec(text)?.[1] ?? "";
    const { id: invitation = "" } = await invitationOf(ulvik);
    const count = { intent: "count", reply, invitation: invitation ?? "" };
    expect((await coordinator.post(replies, { ...count, invitation: "" })).status).toBe(400);
    expect((await coordinator.post(replies, { ...count, reply: "x" })).status).toBe(404);
    expect((await coordinator.post(replies, count)).status).toBe(302);
    expect((await coordinator.post(replies, count)).status).toBe(409);
    expect((await coordinator.get(page())).text).not.toContain("ventar på deg");
  });

  it("is not seen by those who only read, and the log has no address in it", async () => {
    expect(app.output().match(/[\w.-]+@[\w.-]+\.example/g)).toBeNull();
    expect(app.output()).not.toContain('"level":50');
  });

  it("ends with the event, in words, by link and on behalf", async () => {
    const { id } = await invitationOf(voss);
    await query(app, "UPDATE event SET starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'");
    expect((await answer({ answer: "accepted" })).status).toBe(400);
    const shown = (await visitor(app).get(link)).text;
    expect(shown).toContain("Arrangementet har byrja eller er over");
    const address = `${page()}/invitations/${id}`;
    expect((await coordinator.post(address, { intent: "answer", answer: "accepted", seen: "" })).status).toBe(409);
    expect((await coordinator.get(address)).text).not.toContain('name="seen"');
  });
});
