import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningApp } from "#tests/support/app";
import { coordinators, query, signedIn, signedInAs, startDemo, type Visitor, visitor } from "./support";

const voss = "kontakt@voss.kommune.example";

describe("the pages of the deputies", () => {
  let app: RunningApp;
  let coordinator: Visitor;
  let contact: Visitor;
  let own: string;
  let other: string;
  let person: string;
  beforeAll(async () => {
    app = await startDemo();
    coordinator = await signedIn(app, coordinators.vestland);
    contact = await signedIn(app, voss);
    const numberOf = async (name: string) =>
      (
        await query<{ number: string }>(
          app,
          "SELECT number FROM municipality WHERE name = $1 AND ended_on IS NULL",
          name,
        )
      )[0]?.number;
    own = `/r/vestland/deputies/municipality/${await numberOf("Voss")}`;
    other = `/r/vestland/deputies/municipality/${await numberOf("Ulvik")}`;
    const [row] = await query<{ id: string }>(app, "SELECT id FROM person WHERE email = $1", voss);
    person = `/r/vestland/deputies/person/${row?.id}`;
  });
  afterAll(() => app?.stop());

  const count = async () => (await query(app, "SELECT 1 FROM deputy")).length;
  const mainOf = async (who: Visitor, path: string) => /<main.*<\/main>/s.exec((await who.get(path)).text)?.[0] ?? "";

  it("let a contact person name those of her own municipality, and put them in order", async () => {
    for (const [name, email] of [
      ["Rådgjevar, Voss", "radgjevar@voss.example"],
      ["Leiar, Voss", "leiar@voss.example"],
    ] as const) {
      const added = await contact.post(own, { intent: "add", name, email });
      expect([added.status, added.location]).toEqual([302, own]);
    }
    const shown = await mainOf(contact, own);
    expect(shown.indexOf("radgjevar@")).toBeLessThan(shown.indexOf("leiar@"));
    const [, last = ""] = [...shown.matchAll(/name="id" value="([^"]+)"/g)].map(([, id]) => id);
    expect((await contact.post(own, { intent: "up", id: last })).status).toBe(302);
    const moved = await mainOf(contact, own);
    expect(moved.indexOf("leiar@")).toBeLessThan(moved.indexOf("radgjevar@"));
    expect((await contact.post(own, { intent: "remove", id: last })).status).toBe(302);
    expect(await mainOf(contact, own)).not.toContain("leiar@");
  });

  it("are closed to her for other municipalities and for people, and are nowhere for another region", async () => {
    const before = await count();
    const add = { intent: "add", name: "Vara", email: "vara@ulvik.example" };
    for (const path of [other, person, "/r/vestland/deputies"]) {
      expect((await contact.get(path)).status, path).toBe(403);
      if (path !== "/r/vestland/deputies") expect((await contact.post(path, add)).status, path).toBe(403);
    }
    const stranger = await signedIn(app, coordinators.vestregionen);
    expect((await stranger.get(own)).status).toBe(404);
    expect((await stranger.post(own.replace("vestland", "vestregionen"), add)).status).toBe(404);
    expect((await stranger.get(person.replace("vestland", "vestregionen"))).status).toBe(404);
    expect((await visitor(app).post(own, add)).status).toBe(302);
    const secretariat = await signedInAs(app, "vestland", "webinar_publisher");
    expect((await secretariat.post(person, add)).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it("are found from her own invitations and from the list of contact persons", async () => {
    expect(await mainOf(contact, "/r/vestland/invitations")).toContain(`href="${own}"`);
    expect(await mainOf(coordinator, "/r/vestland/municipalities")).toContain('href="/r/vestland/deputies"');
    const reader = await signedInAs(app, "vestland", "reader");
    expect(await mainOf(reader, "/r/vestland/municipalities")).not.toContain("/deputies");
    expect(await mainOf(reader, "/r/vestland/invitations")).not.toContain("/deputies");
  });

  it("let the coordinator name anybody's, and lead to every list there is", async () => {
    expect((await coordinator.post(person, { name: "Sjef, Voss", email: "sjef@voss.example" })).status).toBe(302);
    const lists = await mainOf(coordinator, "/r/vestland/deputies");
    for (const path of [own, person]) expect(lists).toContain(`href="${path}"`);
    expect(lists).toContain("Rådgjevar, Voss");
    expect(lists).toContain("Sjef, Voss");
  });

  it.each([
    { name: "Kari <script>alert(1)</script>", email: "kari@voss.example" },
    { name: 'Kari" <alle@voss.example>', email: "kari@voss.example" },
    { name: "Kari", email: "kari@voss.example\r\nBcc: alle@voss.example" },
    { name: "", email: "" },
  ])("refuse %j with the reason, and keep it as text", async (fields) => {
    const before = await count();
    const refused = await contact.post(own, { intent: "add", ...fields });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('aria-invalid="true"');
    expect(refused.text).not.toContain("<script>alert(1)");
    if (fields.name.includes("<script>")) expect(refused.text).toContain("Kari &lt;script&gt;alert(1)&lt;/script&gt;");
    expect(await count()).toBe(before);
  });
});
