import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Answer,
  coordinators,
  eventForm,
  fill,
  idsOf,
  mailsAreSent,
  mailsTo,
  makeEvent,
  query,
  type Route,
  routes,
  signedIn,
  signedInAs,
  startDemo,
  type Visitor,
  visitor,
} from "#tests/http/support";
import type { RunningApp } from "#tests/support/app";
import { addMeeting } from "#tests/support/meeting";
import {
  brokenBodies,
  formsIn,
  hostileValues,
  markupForms,
  oneFieldAtATime,
  planted,
  type ServedForm,
  stranger,
  wholeForms,
} from "./hostile-forms";

/** What opens a form that the page alone does not show. */
const opened: Record<string, string[]> = {
  "/r/:region/actors/:actor": ["?add=person", "?person=kontakt", "?remove=1"],
  "/r/:region/groups/:group": ["?add=person&q=kontakt", "?add=actor", "?add=municipality", "?add=group", "?remove"],
  "/r/:region/bodies/:body/members": ["?add=person&q=kontakt", "?add=office", "?add=many"],
  "/r/:region/bodies/plan/:year": ["?add"],
  "/r/:region/accounts": ["?add"],
  "/r/:region/fees": ["?open=new"],
  "/r/:region/reports/:round/accounts": ["?add"],
  "/r/:region/audiences/:audience": ["?remove"],
  "/r/:region/audiences/:audience/edit": ["area", "municipality", "network", "group", "actor", "address"].map(
    (kind) => `?add=${kind}`,
  ),
  "/r/:region/networks/:network": ["?add=person&q=kontakt"],
  "/r/:region/plan/:period/about": ["?ask=close"],
  "/r/:region/publications/:publication": ["?remove"],
  "/r/:region/settings/members": ["?add=1"],
};

/** Forms that script alone sends, or that a page shows in a state the demo is not in. */
const unseen: Record<string, Record<string, string>> = {
  "/r/:region": { invitation: stranger },
  "/r/:region/responsibility/cells": { row: stranger, actor: stranger, part: "performs", seen: "none" },
  "/r/:region/plan/:period/rows/:row/form": { version: "0", channel: "Møte", timing: "mai", place: "" },
  "/r/:region/action-plan/:year/activities/:activity/form": { version: "0", name: "Kurs", timing: "mai", place: "" },
  "/r/:region/plan/:period/rows/:row/proposals": { pick: "0", kind: "meeting", actorId: stranger, date: "2026-12-01" },
  "/r/:region/networks/:network/proposals": { pick: "0", kind: "meeting", actorId: stranger, date: "2026-12-01" },
  "/r/:region/events/:event/series": { intent: "make", way: "weeks", every: "2", count: "3", day: "2027-01-01" },
  "/r/:region/events/:event/remove": {},
  "/r/:region/events/:event/replies": { reply: stranger, intent: "count", invitation: stranger },
  "/r/:region/events/:event/attendance/report": { text: "Namn\tE-post\nVoss\tkontakt@voss.example", minutes: "10" },
  "/r/:region/events/:event/check-in/:ticket": { came: "true" },
  "/r/:region/invitations": { invitation: stranger, answer: "accepted", comment: "Kjem" },
  "/:region/feedback/:token": { proof: "x", [`question-${stranger}`]: "5" },
  "/r/:region/events/:event/papers/upload": { intent: "add", link: "https://www.example.no/rad", name: "Råd" },
  "/r/:region/deliveries/:delivery": {},
  "/r/:region/deliveries": { intent: "again", batch: stranger },
  "/r/:region/cases": { intent: "take-up", case: stranger, minutes: stranger },
  "/r/:region/bodies/:body/meetings/:minutes": { intent: "number", item: stranger, number: "3/2027" },
  "/r/:region/bodies/:body/meetings/:minutes/agenda": { intent: "take-up", case: stranger },
  "/r/:region/bodies/:body/meetings/:minutes/notice": { intent: "send" },
  "/r/:region/bodies/:body/meetings/:minutes/live/save": { change: "{}" },
  "/r/:region/bodies/:body/meetings/:minutes/presence": { intent: "presence", [`name.${stranger}`]: "Rådmann" },
  "/r/:region/bodies/:body/meetings/:minutes/electronic": { intent: "ask", day: "2027-01-01", time: "12:00" },
  "/r/:region/bodies/:body/meetings/:minutes/minutes/edit": { version: "0", introduction: "Møtet vart sett." },
  "/r/:region/bodies/:body/meetings/:minutes/remarks": { by: "2027-01-01", intent: "taken", remark: stranger },
  "/r/:region/action-plan/:year/focus-areas/:focusArea": { intent: "remove", activity: stranger, by: "1" },
  "/r/:region/fees/:scheme/:year": { intent: "rate", rate: "2,00", version: "0" },
  "/r/:region/decisions": { item: stranger, announce: "yes" },
  "/r/:region/bodies/:body/meetings/:minutes/minutes": { intent: "reopen", reason: "Avslutta for tidleg" },
  "/:region/electronic/:token": { proof: "x", [`agrees.${stranger}`]: "yes" },
  "/r/:region/newsletters/:issue/items/:item": { intent: "edit", version: "0", heading_nn: "Sak", body_nn: "Tekst" },
};

/** What no form is for: it is signed by its sender, and else refused. */
const noForm = ["/webhooks/resend/:region?"];

const withAction = routes().filter(
  ({ file, path }) =>
    !noForm.includes(path) &&
    /export async function action|export const action/.test(readFileSync(`app/${file}`, "utf8")),
);

/** What takes away what other forms need comes last. */
const destroys = ({ path }: Route) => /cancel|remove|sign-out|sessions|:token|members|take-role/.test(path);

const everyOne = process.env.SAMVIRK_TEST_LONG === "1";

/** One of so many, by turns; all of them in the long tests. */
const some = <T>(list: readonly T[], of: number, turn: number) =>
  list.filter((_, at) => everyOne || at % of === turn % of);

describe("a hostile form", () => {
  let app: RunningApp;
  let ids: Record<string, string>;
  let values: ReturnType<typeof hostileValues>;
  /** Every form that posts, by the address of the table it posts to. */
  const found = new Map<string, ServedForm[]>();

  const newCoordinator = () => signedInAs(app, "vestland", "coordinator");
  /** Nobody is invited to the draft yet. */
  const addressOf = ({ path }: Route) =>
    fill(path.replace(":event/invite", ":draft/invite"), { ...ids, token: tokens[path] ?? "x" });
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    app = await startDemo();
    await signedIn(app, coordinators.vestland);
    const coordinator = await signedIn(app, coordinators.vestland);
    await makeEvent(coordinator, "vestland", "Fellesmøte");
    const draft = await coordinator.post("/r/vestland/events/new", eventForm("Utkast"));
    const draftId = draft.location?.split("/").at(-1) ?? "";
    await stage(coordinator);
    await links(coordinator);
    await mailsAreSent(app);
    const [first] = await query<{ id: string }>(
      app,
      "SELECT id FROM import WHERE state = 'staged' AND kind = 'document'",
    );
    ids = { ...(await idsOf(app, "vestland")), number: "4621", import: first?.id ?? "", draft: draftId };
    await linksOfEvents();
    values = hostileValues((await idsOf(app, "vestregionen")).actor ?? "");
    await collect(coordinator, visitor(app));
  }, 180_000);
  afterAll(async () => app?.stop());

  /** A document and a sheet that wait to be taken in. */
  async function stage(coordinator: Visitor) {
    const plan = new FormData();
    plan.set("file", new Blob([readFileSync("prisma/seed/vestland-plan.txt")]), "plan.txt");
    await coordinator.post("/r/vestland/import", plan);
    const sheet = new FormData();
    sheet.set("table", "Kommune\tNamn\tE-post\nVoss herad\tKommunalsjef, Voss\tsjef@voss.kommune.example");
    await coordinator.post("/r/vestland/municipalities/sheet", sheet);
  }

  /** The personal links of mails, each with its token. */
  async function links(coordinator: Visitor) {
    const contact = "kontakt@voss.kommune.example";
    await coordinator.post("/r/vestland/municipalities/4621", { intent: "ask" });
    const member = { name: "Rådgjevar, fylket", email: "ny@vestland.example", kind: "reader", first: "2026-01-01" };
    await coordinator.post("/r/vestland/settings/members", member);
    await coordinator.post("/sign-in", { email: contact });
    const mails = [...(await mailsTo(app, contact, 3)), ...(await mailsTo(app, member.email))].join("\n");
    for (const { path } of routes().filter(({ path }) => path.endsWith("/:token"))) {
      const pattern = path.replace(":region", "vestland").replace(":token", "([\\w-]{20,})");
      tokens[path] = new RegExp(`https?://[^/]+${pattern}`).exec(mails)?.[1] ?? "";
    }
  }

  /** The links of somebody who has signed up and of somebody who was there, as if each had been sent. */
  async function linksOfEvents() {
    await query(
      app,
      "UPDATE event SET open = true, registration = 'open', state = 'published' WHERE id = $1",
      ids.event,
    );
    for (const [purpose, subject] of [
      ["registration", ids.registration],
      ["feedback", ids.ticket],
    ] as const) {
      const token = `hostile-${purpose}-${"x".repeat(20)}`;
      await query(
        app,
        `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
         SELECT region_id, gen_random_uuid(), $2, '${purpose}', person_id, id, now() + interval '20 days'
         FROM ${purpose === "registration" ? "registration" : "invitation"} WHERE id = $1`,
        subject,
        createHash("sha256").update(token).digest("hex"),
      );
      tokens[`/:region/${purpose}/:token`] = token;
    }
    for (const [purpose, ...pages] of [["subscription"], ["preferences", "unsubscribe"]]) {
      const token = `hostile-${purpose}-${"x".repeat(20)}`;
      await query(
        app,
        `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
         SELECT region_id, gen_random_uuid(), $2, '${purpose}', $3, id, now() + interval '20 days'
         FROM newsletter WHERE id = $1`,
        ids.newsletter,
        createHash("sha256").update(token).digest("hex"),
        ids.person,
      );
      for (const page of [purpose, ...pages]) tokens[`/:region/${page}/:token`] = token;
    }
    await linksOfMeetings();
    const token = `hostile-report-${"x".repeat(20)}`;
    await query(
      app,
      `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
       SELECT region_id, gen_random_uuid(), $2, 'report', owner_id, round_id, now() + interval '20 days'
       FROM report_row WHERE id = $1`,
      ids.reportRow,
      createHash("sha256").update(token).digest("hex"),
    );
    tokens["/:region/report/:token"] = token;
  }

  /** The links by which a member answers the cases of an electronic meeting, and remarks on the minutes of a meeting. */
  async function linksOfMeetings() {
    for (const [purpose, page, state, change] of [
      ["cases", "electronic", "agenda", "electronic = true, answer_by = now() + interval '9 days'"],
      ["remarks", "remarks", "ended", "state = 'remarks', remarks_by = current_date + 9"],
    ] as const) {
      const token = `hostile-${purpose}-${"x".repeat(20)}`;
      const { member, minutes } = await addMeeting(app.database, "vestland", state);
      await query(app, `UPDATE minutes SET ${change} WHERE id = $1`, minutes);
      await query(app, "UPDATE body_member SET person_id = $2 WHERE id = $1", member, ids.person);
      await query(
        app,
        `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
         SELECT region_id, gen_random_uuid(), $2, '${purpose}', $3, id, now() + interval '20 days'
         FROM minutes WHERE id = $1`,
        minutes,
        createHash("sha256").update(token).digest("hex"),
        ids.person,
      );
      tokens[`/:region/${page}/:token`] = token;
    }
  }

  const patterns = () =>
    routes().map(({ path }) => ({ path, like: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`) }));

  /** What the pages serve to somebody who is signed in here and elsewhere, and to somebody who is not. */
  async function collect(...readers: Visitor[]) {
    const like = patterns();
    const seen = new Set<string>();
    for (const route of withAction)
      for (const asked of ["", ...(opened[route.path] ?? [])])
        for (const reader of readers) {
          const page = addressOf(route);
          for (const form of formsIn((await reader.get(page + asked)).text, page + asked)) {
            const to = like.find((one) => one.like.test(form.action.replace(/\?.*$/, "")))?.path ?? form.action;
            const key = JSON.stringify([to, form.fields.map(([name]) => name), form.buttons]);
            if (!seen.has(key)) found.set(to, [...(found.get(to) ?? []), form]);
            seen.add(key);
          }
        }
  }

  it("is met at every address that takes one", () => {
    const lacking = withAction.filter(({ path }) => !found.has(path) && !unseen[path]).map(({ path }) => path);
    expect(lacking, "no page serves a form for these: open it in `opened`, or give it one in `unseen`").toEqual([]);
    const needless = Object.keys(unseen).filter(
      (path) => found.has(path) || !withAction.some((one) => one.path === path),
    );
    expect(needless).toEqual([]);
    expect(found.size).toBeGreaterThan(40);
  });

  it("is refused in words, and breaks nothing", async () => {
    const wrong: string[] = [];
    let sent = 0;
    const judge = (what: string, { status, text, headers }: Sent, body: unknown) => {
      sent += 1;
      const isPage = headers.get("content-type")?.includes("text/html");
      const reflected = isPage && text.includes(planted);
      if (status >= 500 || reflected || /\n\s+at .+:\d+:\d+|node_modules/.test(text))
        wrong.push(`${what} ${status}: ${shown(body)}`);
    };
    const attack = async (route: Route) => {
      const turn = withAction.indexOf(route);
      const coordinator = await newCoordinator();
      const own = { action: addressOf(route), fields: Object.entries(unseen[route.path] ?? {}) };
      const forms = found.get(route.path) ?? [{ ...own, page: own.action, texts: [], files: [], buttons: [null] }];
      const post = async (address: string, body: FormData) => {
        const answer = await coordinator.post(address, body);
        judge(`POST ${address}`, answer, body);
        return answer.status;
      };
      for (const [nth, form] of forms.entries()) {
        const current = versions(coordinator, form);
        for (const body of some(oneFieldAtATime(form, values, turn + nth), 18, turn + nth))
          await current(body, () => post(dataOf(form.action), body));
        for (const body of some(markupForms(form), 3, nth)) await current(body, () => post(form.action, body));
        const whole = some(wholeForms(form, values, turn + nth), 3, nth);
        await Promise.all(whole.map((body) => post(dataOf(form.action), body)));
      }
      await post(dataOf(own.action), new FormData());
      for (const { type, body } of some(brokenBodies(forms[0]?.fields ?? [], turn), 3, turn)) {
        const answer = await sendRaw(dataOf(own.action), type, body, coordinator);
        judge(`POST ${own.action} (${type})`, answer, await body.text());
      }
    };
    for (const last of [false, true]) {
      const queue = withAction.filter((route) => destroys(route) === last);
      const lane = async () => {
        for (let route = queue.shift(); route; route = queue.shift()) await attack(route);
      };
      await Promise.all([lane(), lane(), lane(), lane()]);
    }
    console.log(`hostile forms: ${sent} to ${withAction.length} addresses`);
    const after = await newCoordinator();
    for (const { path } of some(routes(), 4, 0).filter(({ path }) => !path.endsWith("/:message/html")))
      judge(`GET ${path} afterwards`, await after.get(fill(path, { ...ids, token: "x", message: "x" })), null);
    expect((await after.get("/r/vestland")).status).toBe(200);
    const logged = app.output().split("\n");
    const errors = logged.filter((line) => /"level":[56]0|^\s+at |^\w*Error\b|Unhandled/.test(line));
    expect({ wrong: wrong.slice(0, 40), errors: errors.slice(0, 10) }).toEqual({ wrong: [], errors: [] });
  }, 600_000);

  /** Gives what is sent the version that stands, once something has been saved: else all that follows is refused for it. */
  function versions(reader: Visitor, form: ServedForm) {
    const served = form.fields.find(([name]) => name === "version")?.[1];
    let stands = served;
    return async (body: FormData, send: () => Promise<number>) => {
      if (served !== undefined && body.get("version") === served) body.set("version", stands ?? served);
      const status = await send();
      if (served === undefined || ![202, 302].includes(status)) return;
      const same = (one: ServedForm) => names(one) === names(form);
      const now = formsIn((await reader.get(form.page)).text, form.page).find(same);
      stands = now?.fields.find(([name]) => name === "version")?.[1] ?? stands;
    };
  }

  async function sendRaw(address: string, type: string, body: Blob, { cookies }: Visitor): Promise<Sent> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "content-type": type, origin: app.url, cookie };
    const answer = await fetch(new URL(address, app.url), { method: "POST", redirect: "manual", headers, body });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
});

type Sent = Pick<Answer, "status" | "headers" | "text">;

const names = ({ fields }: ServedForm) => fields.map(([name]) => name).join();

/** The address that a page with script sends the same form to: it is answered without the page around it. */
function dataOf(action: string): string {
  const [path = "", query] = action.split("?");
  return `${path === "/" ? "/_root" : path}.data${query ? `?${query}` : ""}`;
}

function shown(body: unknown): string {
  const text = body instanceof FormData ? JSON.stringify([...body]) : String(body);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
