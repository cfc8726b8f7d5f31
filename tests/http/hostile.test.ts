import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinators,
  fill,
  idsOf,
  mailsAreSent,
  makeEvent,
  query,
  routes,
  signedIn,
  signedInAs,
  startDemo,
  type Visitor,
} from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";

type Form = { action: string; fields: [string, string][]; buttons: [string, string][] };

const entity: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const plain = (html: string) => html.replace(/&(?:amp|quot|#x27|lt|gt);/g, (found) => entity[found] ?? found);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? plain(found[1] ?? "") : null;
};

/** The forms of a page that post, as a browser would fill them in untouched. */
function formsIn(html: string, page: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = "", body = ""]) => {
    if (attribute(tag, "method")?.toLowerCase() !== "post") return [];
    const fields: [string, string][] = [];
    for (const [input] of body.matchAll(/<input\b[^>]*>/g)) {
      const [name, type] = [attribute(input, "name"), attribute(input, "type")];
      if (name && type !== "file") fields.push([name, attribute(input, "value") ?? ""]);
    }
    for (const [, area = "", text = ""] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
      fields.push([attribute(area, "name") ?? "", plain(text)]);
    for (const [, select = "", options = ""] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
      const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = all.find((option) => option.includes("selected")) ?? all[1] ?? all[0] ?? "";
      fields.push([attribute(select, "name") ?? "", attribute(chosen, "value") ?? ""]);
    }
    const buttons = [...body.matchAll(/<button\b[^>]*>/g)].flatMap(([button]): [string, string][] => {
      const name = attribute(button, "name");
      return name ? [[name, attribute(button, "value") ?? ""]] : [];
    });
    return [{ action: attribute(tag, "action") ?? page, fields: fields.filter(([name]) => name), buttons }];
  });
}

describe("a form", () => {
  let app: RunningApp;
  let coordinator: Visitor;
  let ids: Record<string, string>;
  let foreign: Record<string, string>;
  beforeAll(async () => {
    app = await startDemo();
    coordinator = await signedIn(app, coordinators.vestland);
    await makeEvent(coordinator, "vestland", "Fellesmøte");
    await mailsAreSent(app);
    [ids, foreign] = [await idsOf(app, "vestland"), await idsOf(app, "vestregionen")];
  });
  afterAll(async () => app?.stop());

  it("never ends in an error of ours, whatever its fields are filled with", async () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    const stranger = "0190a000-0000-7000-8000-000000000000";
    const values = [
      ...["", "x", "%", "2026-02-30", "0001-01-01", "9999-12-31", "2147483648", "å".repeat(4000)],
      ...[stranger, foreign.actor ?? "", `actor:${stranger}`, `municipality:${foreign.actor}`],
    ];
    for (const page of pagesOf(ids)) {
      const { status, text } = await coordinator.get(page);
      if (status >= 500) wrong.push(`GET ${page} ${status}`);
      for (const form of formsIn(text, page)) {
        const key = [page.split("?")[0], ...form.fields.map(([name, own]) => (name === "intent" ? own : name))].join();
        if (seen.has(key) || /sign-out|preferences/.test(form.action)) continue;
        seen.add(key);
        for (const body of filledWith(form, values)) {
          const answer = await coordinator.post(form.action, body);
          if (answer.status < 500) continue;
          wrong.push(`POST ${form.action} ${answer.status} ${JSON.stringify([...body]).slice(0, 300)}`);
        }
      }
      const after = await coordinator.get(page);
      if (after.status >= 500) wrong.push(`GET ${page} ${after.status} after its forms`);
    }
    expect(seen.size).toBeGreaterThan(40);
    expect(
      wrong,
      app
        .output()
        .split("\n")
        .filter((line) => line.includes('"level":50'))
        .slice(-3)
        .join("\n"),
    ).toEqual([]);
  }, 600_000);

  it("approves the responsibility matrix from no day that nobody will see", async () => {
    const approve = (from: string) => coordinator.post("/r/vestregionen/responsibility", { from });
    coordinator = await signedIn(app, coordinators.vestregionen);
    for (const from of ["", "9999-12-31", "2062-01-01", "1800-01-01"]) expect((await approve(from)).status).toBe(400);
    expect(
      (await coordinator.post("/r/vestregionen/responsibility", {}, { "content-type": "text/plain" })).status,
    ).toBe(400);
  });
});

describe("somebody who only reads", () => {
  it("gets no address of those who work for actors, or are in groups and networks", async () => {
    const app = await startDemo();
    const email = "medlem@samvirk.example";
    const ids = await idsOf(app, "vestland");
    const [person] = await query<{ id: string }>(
      app,
      `INSERT INTO person (region_id, id, name, email) SELECT id, gen_random_uuid(), 'Medlem', $1 FROM region
       WHERE slug = 'vestland' RETURNING id`,
      email,
    );
    for (const [table, of] of [
      ["actor_person", "actor"],
      ["group_member", "group"],
      ["network_member", "network"],
    ])
      await query(
        app,
        `INSERT INTO ${table} (region_id, id, ${of}_id, person_id${of === "network" ? ", joined_on" : ""})
         SELECT id, gen_random_uuid(), $1, $2${of === "network" ? ", current_date" : ""} FROM region WHERE slug = 'vestland'`,
        ids[of ?? ""],
        person?.id,
      );
    const reader = await signedInAs(app, "vestland", "reader");
    const keeper = await signedIn(app, coordinators.vestland);
    for (const page of [`/actors/${ids.actor}`, `/groups/${ids.group}`, `/networks/${ids.network}`]) {
      for (const asked of ["", "?add=person&q=medlem", "?person=medlem"]) {
        const { status, text } = await reader.get(`/r/vestland${page}${asked}`);
        expect([status, text.includes("Medlem"), text.includes(email)], page + asked).toEqual([200, true, false]);
      }
      expect((await keeper.get(`/r/vestland${page}`)).text, page).toContain(email);
    }
    await app.stop();
  }, 120_000);
});

/** The pages of a region, and those of them that an address opens a form on. */
function pagesOf(ids: Record<string, string>): string[] {
  const named = ["area", "municipality", "network", "group", "actor", "person&q=kontakt", "address", "contact_persons"];
  const opened: Record<string, string[]> = {
    "/r/:region/actors/:actor": ["?add=person", "?person=kontakt", "?remove=1"],
    "/r/:region/groups/:group": ["?add=person&q=kontakt", "?add=actor", "?add=municipality", "?add=group", "?remove"],
    "/r/:region/audiences/:audience": ["?remove"],
    "/r/:region/audiences/:audience/edit": named.map((kind) => `?add=${kind}`),
  };
  return routes()
    .filter(({ path }) => path.startsWith("/r/:region"))
    .flatMap(({ path }) => ["", ...(opened[path] ?? [])].map((asked) => fill(path, ids) + asked));
}

/** A form by each of its buttons, filled in as it stands but for one field, which has each of these values in turn. */
function filledWith({ fields, buttons }: Form, values: string[]): FormData[] {
  const pressed: ([string, string] | null)[] = buttons.length > 0 ? buttons : [null];
  return pressed.flatMap((button) =>
    fields.flatMap((_, changed) =>
      values.map((value) => {
        const body = new FormData();
        for (const [at, [name, own]] of fields.entries()) body.append(name, at === changed ? value : own);
        if (button) body.append(...button);
        return body;
      }),
    ),
  );
}
