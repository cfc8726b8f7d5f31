import { describe, expect, it } from "vitest";
import { makeLiveRegion, minute, startEvent, usePost } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { requestSignIn } from "~/features/auth/request-sign-in.server";
import { deliveryView } from "~/features/delivery/deliveries.view.server";
import { changePerson, personVersion } from "~/features/people/change-person.server";
import { holdView } from "~/features/people/hold.view.server";
import { holdAddress, liftHold } from "~/features/people/hold-address.server";
import { answerHoldForm } from "~/features/people/hold-form.server";
import { chooseOptedOut } from "~/features/people/opt-out.server";
import { demoAddress } from "../../../prisma/seed/demo";

const database = useDatabase();
const post = usePost();
const now = new Date("2027-04-01T08:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const nobody = "01890000-0000-7000-8000-000000000000";

async function scene() {
  const region = await makeLiveRegion(database.url().adminUrl, ["Voss", "Ulvik"]);
  const event = await startEvent(region, now);
  const voss = await region.inside((db) => db.person.findFirstOrThrow({ where: { email: demoAddress("Voss") } }));
  const held = async () => (await region.inside((db) => holdView(db, voss.id)))?.held ?? null;
  const refuse = (code: number, text: string) => {
    post.smtp().options.refuse = (to) => (to === demoAddress("Voss") ? { code, text } : undefined);
  };
  return { region, event, voss, held, refuse };
}

describe("an address that refuses mail", () => {
  it("is held after one refusal for good, and gets nothing more", async () => {
    const { region, event, voss, held, refuse } = await scene();
    refuse(550, "5.1.1 no such user");
    await event.invite();
    await post.read(now);
    expect(await held()).toEqual({ since: "2027-04-01", reason: "bounced" });
    refuse(250, "");
    post.smtp().options.refuse = () => undefined;
    await event.changeNow({ start: "10:00" }, later(minute));
    expect((await post.read(later(minute))).map(({ to }) => to)).toEqual([demoAddress("Ulvik")]);
    const dropped = await region.inside((db) =>
      db.delivery.findFirstOrThrow({ where: { personId: voss.id, state: "dropped" } }),
    );
    const view = await region.inside((db) => deliveryView(db, dropped.id));
    expect(view).toMatchObject({ state: "dropped", lastError: "held: bounced" });
    const log = await region.inside((db) =>
      db.auditEvent.findMany({ where: { subjectId: voss.id, action: "updated" } }),
    );
    expect(log.map(({ after }) => after)).toEqual([{ changed: ["hold"] }]);
  });

  it.each([
    ["a full mailbox", 552, "5.2.2 mailbox full"],
    ["a refusal for now", 451, "4.3.0 try again"],
    ["the sender's fault", 550, "5.7.1 not allowed to send"],
  ])("is not held for %s", async (_, code, text) => {
    const { event, held, refuse } = await scene();
    refuse(code, text);
    await event.invite();
    await post.read(now);
    expect(await held()).toBeNull();
  });

  it("still gets what lets its owner in (M10)", async () => {
    const { region, voss } = await scene();
    await region.inside((db) => holdAddress(db, { personId: voss.id, now }));
    await requestSignIn({ email: voss.email, locale: "nn", now });
    expect((await post.read(later(minute))).map(({ to }) => to)).toEqual([voss.email]);
  });

  it("is let go by a person, and by a new address", async () => {
    const { region, event, voss, held } = await scene();
    await region.inside((db) => holdAddress(db, { personId: voss.id, now }));
    expect(await held()).toEqual({ since: "2027-04-01", reason: "by_hand" });
    await region.inside((db) => liftHold(db, { personId: voss.id }));
    expect(await held()).toBeNull();
    await event.invite();
    expect(await post.read(now)).toHaveLength(2);
    await region.inside((db) => holdAddress(db, { personId: voss.id, now }));
    const renamed = { personId: voss.id, name: voss.name, email: "ny@voss.example", seen: personVersion(voss), now };
    await region.inside((db) => changePerson(db, renamed));
    expect(await held()).toBeNull();
  });

  it("is not held for a mail to an address the person no longer has", async () => {
    const { region, event, voss, held, refuse } = await scene();
    refuse(550, "5.1.1 no such user");
    await event.invite();
    const renamed = { personId: voss.id, name: voss.name, email: "ny@voss.example", seen: personVersion(voss), now };
    await region.inside((db) => changePerson(db, renamed));
    await post.read(now);
    expect(await held()).toBeNull();
  });
});

describe("what a person does not want", () => {
  it("is kept by scope, apart from each other, and written down", async () => {
    const { region, voss } = await scene();
    const { inside } = region;
    await inside((db) => chooseOptedOut(db, { personId: voss.id, scopes: ["reminders", "newsletters"] }));
    expect((await inside((db) => holdView(db, voss.id)))?.optedOut).toEqual(["newsletters", "reminders"]);
    await inside((db) => chooseOptedOut(db, { personId: voss.id, scopes: ["newsletters", "reminders"] }));
    const log = await inside((db) => db.auditEvent.findMany({ where: { subjectId: voss.id, action: "updated" } }));
    expect(log.map(({ before, after }) => [before, after])).toEqual([
      [{ optedOut: [] }, { optedOut: ["newsletters", "reminders"] }],
    ]);
  });

  it("comes from the form as it is ticked, and nothing else is taken for a scope", async () => {
    const { region, voss } = await scene();
    const form = new FormData();
    form.set("intent", "opt");
    for (const scope of ["invitations", "everything"]) form.append("optedOut", scope);
    const answer = await region.inside((db) => answerHoldForm(db, { form, personId: voss.id, now }));
    expect(answer?.ok).toBe(true);
    expect((await region.inside((db) => holdView(db, voss.id)))?.optedOut).toEqual(["invitations"]);
    expect(await region.inside((db) => answerHoldForm(db, { form, personId: nobody, now }))).toBeNull();
  });
});
