import { describe, expect, it } from "vitest";
import { asAdmin, makeLiveRegion, minute, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { queueMessages } from "~/features/delivery/queue-message.server";
import { saveTemplate } from "~/features/delivery/save-template.server";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");

const template = {
  subject: "Nytt frå Vestland: vår & haust",
  html: '<h1>Nytt</h1><p>{{why}}</p><a href="{{unsubscribe}}">Meld av</a> <a href="{{preferences}}">Val</a>',
  text: "Nytt\n\n{{why}}\n\nMeld av:\n{{unsubscribe}}\n\nVal:\n{{preferences}}\n",
};

async function queued(filled: { text?: string; secret?: string } = {}) {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss"]);
  await region.inside(async (db) => {
    const templateId = await saveTemplate(db, {
      key: "issue 1, nn",
      locale: "nn",
      template: { ...template, ...(filled.text && { text: filled.text }) },
    });
    await queueMessages(
      db,
      ["Voss <& Ulvik>", "Årdal"].map((name, n) => ({
        key: `issue 1, ${n}`,
        message: { kind: "newsletter" as const, fill: { why: `Du er kontaktperson for ${name}.` } },
        to: { personId: null, name: `Kontaktperson, ${name}`, address: `kontakt${n}@voss.example` },
        locale: "nn" as const,
        secret: filled.secret ?? `${n}`.repeat(32),
        dueAt: now,
        templateId,
      })),
    );
  });
  return region;
}

describe("a newsletter on its way", () => {
  it("is its template, filled in for each, with the headers that let a mail program unsubscribe (M1)", async () => {
    const region = await queued();
    const mails = await post.read(now);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ["kontakt0@voss.example", template.subject],
      ["kontakt1@voss.example", template.subject],
    ]);
    const [voss] = mails;
    const raw =
      post
        .smtp()
        .mails.find(({ to }) => to[0] === "kontakt0@voss.example")
        ?.raw.toString() ?? "";
    const unfolded = raw.replace(/\r\n[ \t]+/g, " ");
    const link = `http://localhost:3000/${region.slug}/unsubscribe/${"0".repeat(32)}`;
    expect(unfolded).toContain(
      `\r\nList-Unsubscribe: <${link}>, <mailto:svar@vestland.example?subject=unsubscribe%20${"0".repeat(32)}>\r\n`,
    );
    expect(unfolded).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(voss?.text).toContain("Du er kontaktperson for Voss <& Ulvik>.");
    expect(voss?.text).toContain(link);
    expect(voss?.html).toContain("Voss &lt;&amp; Ulvik&gt;");
    expect(voss?.html).toContain(`href="${link}"`);
    expect(voss?.html).not.toContain("{{");
    expect(mails[1]?.text).toContain("Årdal");
  });

  it("keeps no link when it has left", async () => {
    const region = await queued();
    await post.read(now);
    const rows = await region.inside((db) => db.delivery.findMany());
    expect(rows.map(({ state, secret, kind }) => [state, secret, kind])).toEqual([
      ["sent", null, "newsletter"],
      ["sent", null, "newsletter"],
    ]);
  });

  it("does not leave with a token that nothing was given for, and the log names the token", async () => {
    const region = await queued({ text: "{{why}} {{unsubscribe}} {{nickname}}" });
    expect(await post.read(now)).toEqual([]);
    const rows = await region.inside((db) => db.delivery.findMany());
    expect(rows.map(({ state, lastError }) => [state, lastError])).toEqual(
      Array(2).fill(["failed", "message: unfilled nickname"]),
    );
  });

  it("is written once under its key, also when its cause runs again", async () => {
    const region = await queued();
    const again = await region.inside((db) => saveTemplate(db, { key: "issue 1, nn", locale: "nn", template }));
    const all = await region.inside((db) => db.deliveryTemplate.findMany());
    expect(all.map(({ id }) => id)).toEqual([again]);
  });

  it("waits while its region is on hold", async () => {
    const region = await queued();
    await asAdmin(database.url().adminUrl, "UPDATE region SET mail_mode = 'hold' WHERE id = $1", [region.id]);
    expect(await post.read(new Date(now.getTime() + minute))).toEqual([]);
  });
});
