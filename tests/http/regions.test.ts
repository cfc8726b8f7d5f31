import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  coordinators,
  eventForm,
  fill,
  idsOf,
  mailsAreSent,
  mailsTo,
  makeEvent,
  printOf,
  proofIn,
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

/** A form that every page's schema takes, so that what refuses it is the id. */
const form = {
  ...eventForm("Frå ein annan region"),
  ...{ channel: "Møte", goal: "x", theme: "x", timing: "mai", responsible: "x", audience: "x" },
  ...{ intent: "save", name: "x", email: "x@x.example", writtenStandard: "nynorsk", standard: "nynorsk" },
  ...{ from: "2021", to: "2021", answer: "accepted" },
};

const regional = routes().filter(({ path }) => path.startsWith("/r/:region"));
const withIds = regional.filter(({ path }) => path.replace("/:file", "").split("/:").length > 2);
const hasAction = ({ file }: Route) =>
  /export async function action|export const action/.test(readFileSync(`app/${file}`, "utf8"));

/** The long tests look after each address, so that the one that changed something is named, and open each both ways. */
const everyWay = process.env.SAMVIRK_TEST_LONG === "1";

/** As a page and as data; by turns, since the same loaders run for both. */
const waysTo = (path: string, turn: number) => {
  const ways = [path, `${path}.data`];
  return everyWay ? ways : ways.slice(turn % 2, (turn % 2) + 1);
};

let app: RunningApp;
beforeAll(async () => {
  app = await startDemo();
  for (const region of ["vestland", "vestregionen"] as const) {
    const coordinator = await signedIn(app, coordinators[region]);
    const body = new FormData();
    body.set("file", new Blob([readFileSync(`prisma/seed/${region}-plan.txt`)]), "plan.txt");
    await coordinator.post(`/r/${region}/import`, body);
    await makeEvent(coordinator, region, "Fellesmøte");
  }
  await mailsAreSent(app);
});
afterAll(() => app?.stop());

describe("another region's pages", () => {
  let vestland: Visitor;
  let foreign: Record<string, string>;
  /** Everything as it was before anybody tried. */
  let untouched: Record<string, string>;
  beforeAll(async () => {
    vestland = await signedIn(app, coordinators.vestland);
    foreign = await idsOf(app, "vestregionen");
    untouched = await printOf(app);
  });

  const isUntouched = async () => {
    const { rate_limit: _, ...after } = await printOf(app);
    expect(untouched).toMatchObject(after);
  };

  it("are all in the table", () => {
    expect(regional.length).toBeGreaterThan(25);
    expect(withIds.length).toBeGreaterThan(10);
  });

  it.each(withIds)("are not found under one's own address: $path", async (route) => {
    const path = fill(route.path, {
      ...foreign,
      region: "vestland",
      period: route.path.includes(":row") ? "2021" : "1999",
      // A year is every region's own; one that is none is nobody's.
      ...(route.path.endsWith(":year") && { year: "1" }),
    });
    for (const address of waysTo(path, withIds.indexOf(route))) {
      const { status, text } = await vestland.get(address);
      expect(address.endsWith(".data") && status === 200 ? statusIn(text) : status, address).toBe(404);
    }
    const { status } = await vestland.post(path, form);
    expect(hasAction(route) ? [404] : [404, 405], `POST ${path}`).toContain(status);
    if (everyWay) await isUntouched();
  });

  it.each(regional)("are not found by somebody without a role there: $path", async (route) => {
    const address = fill(route.path, foreign);
    for (const way of waysTo(address, regional.indexOf(route))) {
      const { status, text } = await vestland.get(way);
      expect(way.endsWith(".data") && status === 200 ? statusIn(text) : status, way).toBe(404);
    }
    expect([404, 405]).toContain((await vestland.post(address, form)).status);
    if (everyWay) await isUntouched();
  });

  it("are as they were after all of that", () => isUntouched());

  it.each(regional)("send somebody who is not signed in to sign in, and back: $path", async ({ path }) => {
    const address = fill(path, foreign);
    const there = await visitor(app).get(address);
    expect(there).toMatchObject({ status: 302, location: `/sign-in?next=${encodeURIComponent(address)}` });
    const gone = await visitor(app).get(address.replace("vestregionen", "no-such-region"));
    expect(gone.status).toBe(302);
    const posted = await visitor(app).post(address, form);
    expect(posted.status === 302 ? posted.location : posted.status).toEqual(
      posted.status === 302 ? expect.stringContaining("/sign-in") : 405,
    );
  });

  it("are not found when the role has ended or not begun", async () => {
    const reader = await signedInAs(app, "vestregionen", "reader");
    expect((await reader.get("/r/vestregionen")).status).toBe(200);
    const mine = "person_id IN (SELECT id FROM person WHERE email LIKE 'reader-%@vestregionen.example')";
    await query(app, `UPDATE role SET valid_to = current_date WHERE ${mine}`);
    expect((await reader.get("/r/vestregionen")).status).toBe(404);
    await query(app, `UPDATE role SET valid_from = current_date + 2, valid_to = NULL WHERE ${mine}`);
    expect((await reader.get("/r/vestregionen")).status).toBe(404);
  });

  it("are not reached by a plan row of theirs in a form", async () => {
    const form = { ...eventForm("Mitt møte"), row: foreign.row ?? "" };
    expect((await vestland.post("/r/vestland/events/new", form)).status).toBe(400);
    expect(await query(app, "SELECT 1 FROM event WHERE title = 'Mitt møte'")).toEqual([]);
    const { text } = await vestland.get(`/r/vestland/events/new?row=${foreign.row}`);
    expect(text).not.toContain(`value="${foreign.row}"`);
  });

  it("are not reached by a personal link under another region's address", async () => {
    const address = "kontakt@asker.kommune.example";
    const [mail = ""] = await mailsTo(app, address);
    const path = new URL(/https?:\S+\/answer\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
    const right = await visitor(app).get(path);
    expect(right.status).toBe(200);
    const swapped = path.replace("vestregionen", "vestland");
    expect((await visitor(app).get(swapped)).status).toBe(404);
    const answer = { proof: proofIn(right.text), answer: "accepted" };
    const refused = await visitor(app).post(swapped, answer);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await query(app, "SELECT 1 FROM invitation WHERE answer IS NOT NULL")).toEqual([]);
  });
});

/** Remix answers data requests 200 or 202 and puts the status of what went wrong in the body. */
function statusIn(text: string): number {
  return Number(/\b(40[0-9])\b/.exec(text)?.[1]);
}

describe("a role", () => {
  let ids: Record<string, string>;
  beforeAll(async () => {
    ids = await idsOf(app, "vestland");
  });

  /** What is no page for anybody; the paper is an event's, and no case's. */
  const nothing = (path: string) =>
    /\/(no-such-page|cells|papers\/upload|invite\/mail|:case\/papers\/:paper)$/.test(path);

  /** What only a coordinator may open. */
  const closed = [
    "/r/:region/automation",
    "/r/:region/automation/rules/:rule",
    "/r/:region/automation/year",
    "/r/:region/automation/year.csv",
    "/r/:region/plan/:period/rows/new",
    "/r/:region/plan/new",
    "/r/:region/plan/:period/edit",
    "/r/:region/plan/:period/adopt",
    "/r/:region/plan/:period/carry-over",
    "/r/:region/plan/:period/rows/:row/edit",
    "/r/:region/plan/:period/rows/:row/proposals",
    "/r/:region/plan/:period/rows/:row/form",
    "/r/:region/plan/:period/rows/:row/move",
    "/r/:region/plan/:period/rows/:row/remove",
    "/r/:region/action-plan/new",
    "/r/:region/action-plan/import",
    "/r/:region/action-plan/import/:planImport",
    "/r/:region/action-plan/:year/edit",
    "/r/:region/action-plan/:year/adopt",
    "/r/:region/action-plan/:year/carry-over",
    "/r/:region/action-plan/:year/focus-areas/new",
    "/r/:region/action-plan/:year/focus-areas/:focusArea/edit",
    "/r/:region/action-plan/:year/activities/new",
    "/r/:region/action-plan/:year/activities/:activity/form",
    "/r/:region/action-plan/:year/activities/:activity/edit",
    "/r/:region/action-plan/:year/activities/:activity/remove",
    "/r/:region/reports/new",
    "/r/:region/reports/:round/form",
    "/r/:region/reports/:round/rows/new",
    "/r/:region/fees",
    "/r/:region/fees/:scheme/:year",
    "/r/:region/fees/:scheme/:year/sheet.xlsx",
    "/r/:region/accounts",
    "/r/:region/reports/:round/accounts",
    "/r/:region/reports/:round/accounts/lines.xlsx",
    "/r/:region/reports/:round/accounts/import",
    "/r/:region/reports/new",
    "/r/:region/reports/:round/form",
    "/r/:region/actors/new",
    "/r/:region/actors/:actor/edit",
    "/r/:region/bodies/new",
    "/r/:region/bodies/:body/edit",
    "/r/:region/bodies/:body/members",
    "/r/:region/bodies/:body/members/:member",
    "/r/:region/groups/new",
    "/r/:region/groups/:group/edit",
    "/r/:region/responsibility/tasks/new",
    "/r/:region/responsibility/tasks/:task",
    "/r/:region/networks/new",
    "/r/:region/networks/:network/edit",
    "/r/:region/networks/:network/proposals",
    "/r/:region/municipalities/areas/new",
    "/r/:region/municipalities/areas/:area/edit",
    "/r/:region/municipalities/sheet",
    "/r/:region/municipalities/sheet/:file",
    "/r/:region/municipalities/:number/edit",
    "/r/:region/audiences",
    "/r/:region/audiences/words",
    "/r/:region/audiences/new",
    "/r/:region/audiences/:audience",
    "/r/:region/audiences/:audience/edit",
    "/r/:region/events/new",
    "/r/:region/events/:event/edit",
    "/r/:region/events/:event/invite",
    "/r/:region/events/:event/duplicate",
    "/r/:region/events/:event/series",
    "/r/:region/events/:event/remove",
    "/r/:region/events/:event/invitations/:invitation",
    "/r/:region/invitations/:invitation/substitute",
    "/r/:region/deputies",
    "/r/:region/deputies/municipality/:number",
    "/r/:region/deputies/person/:person",
    "/r/:region/events/:event/needs",
    "/r/:region/events/:event/replies",
    "/r/:region/events/:event/invite/mail",
    "/r/:region/events/:event/invitations/:invitation/withdraw",
    "/r/:region/events/:event/reminders",
    "/r/:region/events/:event/reminders/mail",
    "/r/:region/events/:event/cancel",
    "/r/:region/events/:event/registrations",
    "/r/:region/events/:event/registrations.csv",
    "/r/:region/events/:event/registrations.xlsx",
    "/r/:region/events/:event/registrations/settings",
    "/r/:region/events/:event/registrations/:registration",
    "/r/:region/events/:event/attendance",
    "/r/:region/events/:event/attendance/mark",
    "/r/:region/events/:event/attendance/certificates",
    "/r/:region/events/:event/attendance/report",
    "/r/:region/events/:event/check-in/:ticket",
    "/r/:region/events/:event/recording",
    "/r/:region/events/:event/feedback",
    "/r/:region/events/:event/feedback/answers.csv",
    "/r/:region/events/:event/feedback/questions",
    "/r/:region/publications/new",
    "/r/:region/publications/:publication/edit",
    "/r/:region/newsletters/settings/new",
    "/r/:region/newsletters/settings/:newsletter",
    "/r/:region/newsletters/subscribers/:newsletter",
    "/r/:region/newsletters/subscribers/:newsletter/file",
    "/r/:region/newsletters/notes/new",
    "/r/:region/newsletters/:issue/recipients",
    "/r/:region/newsletters/:issue/send",
    "/r/:region/deliveries",
    "/r/:region/deliveries/:delivery",
    "/r/:region/import",
    "/r/:region/import/:import",
    "/r/:region/bodies/import",
    "/r/:region/reports/import",
    "/r/:region/bodies/:body/meetings/:minutes/minutes/edit",
    "/r/:region/bodies/:body/meetings/:minutes/remarks",
    "/r/:region/bodies/:body/meetings/new",
    "/r/:region/bodies/:body/meetings/:minutes/agenda",
    "/r/:region/bodies/:body/meetings/:minutes/notice",
    "/r/:region/cases/new",
    "/r/:region/cases/:case/edit",
    "/r/:region/decisions/new",
    "/r/:region/decisions/:followUp",
    "/r/:region/bodies/:body/meetings/:minutes/live",
    "/r/:region/bodies/:body/meetings/:minutes/live/save",
    "/r/:region/bodies/:body/meetings/:minutes/presence",
    "/r/:region/bodies/:body/meetings/:minutes/electronic",
    "/r/:region/settings",
    "/r/:region/settings/region",
    "/r/:region/settings/mail",
    "/r/:region/settings/channels",
    "/r/:region/settings/holidays",
    "/r/:region/settings/holidays/import",
    "/r/:region/settings/templates",
    "/r/:region/settings/templates/default.docx",
    "/r/:region/settings/templates/:template",
    "/r/:region/settings/templates/:template/file",
    "/r/:region/settings/members",
    "/r/:region/settings/members/:person",
    "/r/:region/audit",
  ];

  it.each(["reader"])("that reads sees the pages and changes nothing: %s", async (kind) => {
    const reader = await signedInAs(app, "vestland", kind);
    const pages = regional.filter(({ path }) => !nothing(path));
    const answers: [string, number][] = [];
    for (const { path } of pages) answers.push([path, (await reader.get(fill(path, ids))).status]);
    const leadsOn = /\/((action-)?plan|plan\/wheel|items\/:item)$/;
    const statusOf = (path: string) => {
      if (closed.includes(path)) return 403;
      if (path.endsWith("/minutes.docx")) return 404; // not sent out yet
      return leadsOn.test(path) ? 302 : 200;
    };
    expect(answers).toEqual(pages.map(({ path }) => [path, statusOf(path)]));
    const before = await printOf(app);
    for (const route of regional.filter(hasAction)) {
      const { status } = await reader.post(fill(route.path, ids), form);
      expect([403, 404], `POST ${route.path}`).toContain(status);
    }
    expect(await printOf(app)).toEqual(before);
  });

  it("of a coordinator opens every page", async () => {
    const coordinator = await signedIn(app, coordinators.vestland);
    for (const { path } of regional.filter((_, nth) => everyWay || nth % 5 === 0)) {
      const { status } = await coordinator.get(fill(path, ids));
      const expected = nothing(path) ? [404] : [200, 302];
      expect(expected, `${path}: ${status}`).toContain(status);
    }
  });

  it("of a directorate opens the reports that were submitted, and nothing of the region", async () => {
    const directorate = await signedInAs(app, "vestland", "directorate");
    for (const { path } of regional.filter((_, nth) => everyWay || nth % 5 === 0)) {
      const { status, location } = await directorate.get(fill(path, ids));
      const inShell = status === 302 && location === "/roll-up";
      expect(inShell || [403, 404].includes(status), `${path}: ${status} ${location}`).toBe(true);
    }
    for (const route of regional.filter(hasAction).filter((_, nth) => everyWay || nth % 5 === 0)) {
      const { status } = await directorate.post(fill(route.path, ids), form);
      expect([302, 403, 404], `POST ${route.path}`).toContain(status);
    }
    const others = await idsOf(app, "vestregionen");
    const list = await directorate.get("/roll-up");
    expect(list.text).toContain(`/roll-up/${ids.rollUp}`);
    expect(list.text).not.toContain("Vestregionen");
    const sideBySide = await directorate.get(`/roll-up/${ids.rollUp}`);
    expect(sideBySide.text).toContain(">12<");
    const own = await directorate.get(`/roll-up/${ids.rollUp}/vestland/1`);
    expect(own.text).toContain("Gjort i vestland");
    expect(own.text + sideBySide.text).not.toMatch(/vestregionen/i);
    for (const file of ["figures.xlsx", "figures.csv"])
      expect((await directorate.get(`/roll-up/${ids.rollUp}/${file}`)).status).toBe(200);
    for (const closed of [`${others.rollUp}/vestregionen/1`, `${ids.rollUp}/vestland/2`, `${ids.rollUp}/none/1`, "x"])
      expect((await directorate.get(`/roll-up/${closed}`)).status, closed).toBe(404);
    const pages = ["/roll-up", `/roll-up/${ids.rollUp}`, `/roll-up/${ids.rollUp}/figures.csv`];
    const coordinator = await signedIn(app, coordinators.vestland);
    for (const page of pages) {
      expect((await coordinator.get(page)).status).toBe(404);
      expect((await visitor(app).get(page)).location).toContain("/sign-in");
    }
    await query(
      app,
      "UPDATE role SET valid_to = current_date WHERE kind = 'directorate' AND valid_from < current_date",
    );
    for (const page of [...pages, `/roll-up/${ids.rollUp}/vestland/1`])
      expect((await directorate.get(page)).status).toBe(404);
  });

  const ownPaper = "/r/:region/events/:event/papers/:paper";

  it("of a contact person opens what is her own", async () => {
    const contact = await signedIn(app, "kontakt@voss.kommune.example");
    const own = [
      ...["/r/:region", "/r/:region/invitations", "/r/:region/feed", ownPaper],
      ...["/r/:region/municipalities/:number", "/r/:region/deputies/municipality/:number"],
    ];
    for (const { path } of regional) {
      const { status } = await contact.get(fill(path, { ...ids, number: "4621" }));
      const expected = own.includes(path) ? 200 : path.endsWith("no-such-page") ? 404 : 403;
      expect({ path, status }).toEqual({ path, status: expected });
    }
    expect((await contact.get("/r/vestland/municipalities/4601")).status).toBe(403);
  });
});
