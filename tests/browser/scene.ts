import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIResponse, Browser, BrowserContext } from "playwright-core";
import { feeIn } from "#tests/http/fee-ids";
import { sendNewsletter } from "#tests/http/sent-issue";
import { signedIn } from "#tests/http/support";
import { appAt } from "#tests/support/app";
import type { TestMeeting } from "#tests/support/meeting";

/** Addresses in a region that has everything a page can show, and who may open them. */
export type Scene = {
  coordinator: BrowserContext;
  /** The contact person of Voss. */
  contact: BrowserContext;
  guest: BrowserContext;
  /** Reads the reports of both regions, one of which has submitted one: its version at `report`, beside others at `home`. */
  directorate: BrowserContext;
  rollUp: { home: string; report: string };
  /** A fee that is fixed, and a draft that asks for populations. */
  fees: { fixed: string; draft: string };
  /** One with words and needs, and one not answered. */
  invitations: { told: string; silent: string };
  events: Record<"published" | "draft" | "cancelled" | "moved" | "held" | "item" | "gathering", string>;
  /** What follows the event that has been held. */
  after: { ticket: string; answer: string; registration: string; feedback: string; sent: string };
  answers: { open: string; yes: string; again: string; cancelled: string; gone: string };
  /** A webinar one signs up to, that is full, and what some of those who have signed up see. */
  webinar: { page: string; home: string; one: string; own: string; waiting: string };
  row: string;
  vacant: string;
  ownMunicipality: string;
  network: string;
  actor: string;
  unit: string;
  group: string;
  area: string;
  audience: string;
  publication: string;
  /** A newsletter's settings, a draft of an issue, one that has been sent, and what an actor wants said. */
  newsletter: { settings: string; draft: string; sent: string; note: string };
  task: string;
  matrixRow: string;
  openNetwork: string;
  handoverLink: string;
  sheet: string;
  member: string;
  delivery: string;
  imports: { asking: string; problems: string };
  /** An action plan that is adopted, an activity and a focus area of it, and one on its way in that says no year. */
  actionPlan: { home: string; activity: string; focusArea: string; preview: string };
  /** A round of reporting on the action plan, one of its rows, the link of who answers for them, and accounts on their way in. */
  report: { submitted: string; home: string; row: string; link: string; accountFile: string };
  reportImport: string;
  /** A newsletter with one issue that has been sent, and the links of one who got it. */
  subscription: { issue: string; subscribers: string; confirm: string; leave: string; choose: string };
  /** A meeting of a governing body that is under way, and one that has not begun. */
  meetings: { live: TestMeeting; waiting: TestMeeting; ended: TestMeeting };
  /** A governing body, a member of it, and a meeting plan. */
  bodies: { one: string; member: string; plan: string };
  /** A governing body with a meeting whose notice has gone out, a case on its agenda and one that waits. */
  cases: Record<"body" | "queue" | "meeting" | "one" | "waiting" | "open" | "followUp", string>;
  /** A Word template of the region's. */
  template: string;
  roleLink: string;
  signInLink: string;
  message: string;
};

type Query = (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, string>[] }>;

const home = "/r/vestland";
const planFile = "prisma/seed/vestland-plan.txt";

const titles = {
  published: "Erfaringskonferanse: gode døme frå kommunane",
  moved: "Møte med kontaktpersonar i kommunane",
  cancelled: "Webinar om mat og måltid",
  held: "Fagdag om velferdsteknologi",
};

/** A contact person of the demo, by the municipality's part of her address. */
export const contactOf = (municipality: string) => `kontakt@${municipality}.kommune.example`;

export const textOf = async (context: BrowserContext, path: string) => (await context.request.get(path)).text();

export const proofIn = (html: string) => /name="proof" value="([^"]+)"/.exec(html)?.[1] ?? "";

/** The address of this form in the newest mail to somebody that also has these words. */
export async function linkIn(context: BrowserContext, to: string, pattern: RegExp, words = ""): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const list = await textOf(context, `/mailbox?to=${encodeURIComponent(to)}`);
    for (const [, id] of list.matchAll(/href="\/mailbox\/([0-9a-f-]{36})"/g)) {
      const mail = await textOf(context, `/mailbox/${id}`);
      const link = pattern.exec(mail)?.[0];
      if (link && mail.includes(words)) return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No such mail to ${to}`);
}

/** Submits a form as a browser would, without following where it leads. */
export async function post(context: BrowserContext, path: string, form: Record<string, string>): Promise<APIResponse> {
  const headers = { origin: new URL((await context.request.get("/")).url()).origin };
  const answer = await context.request.post(path, { form, headers, maxRedirects: 0 });
  if (answer.status() >= 500) throw new Error(`POST ${path}: ${answer.status()}`);
  return answer;
}

/** A browser of somebody's own, signed in when there is an address. The session is made in the database. */
export async function openAs(browser: Browser, url: string, email?: string, locale = "nn"): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, locale, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  await context.addCookies([{ name: "samvirk-locale", value: locale, url }]);
  if (!email) return context;
  const { cookies } = await signedIn(appAt(url), email);
  const sealed = { domain: new URL(url).hostname, path: "/", httpOnly: true, secure: true, sameSite: "Lax" } as const;
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, ...sealed })));
  return context;
}

/** Uploads the standard layout for minutes as the region's own template. */
async function templateOf(coordinator: BrowserContext): Promise<string> {
  const templates = `${home}/settings/templates`;
  const start = await coordinator.request.get(`${templates}/default.docx?kind=minutes`);
  const answer = await coordinator.request.post(templates, {
    headers: { origin: new URL(start.url()).origin },
    multipart: {
      ...{ intent: "upload", kind: "minutes", body: "" },
      file: { name: "Referatmal.docx", mimeType: "application/octet-stream", buffer: await start.body() },
    },
    maxRedirects: 0,
  });
  const address = answer.headers().location;
  if (!address) throw new Error(`The template was not kept: ${answer.status()}`);
  return address;
}

/** Gives the plan of 2021 a text, adopts it, and changes it afterwards. */
async function adoptPlan(coordinator: BrowserContext): Promise<void> {
  const text = async (introduction: string, body: string) => {
    const page = await textOf(coordinator, `${home}/plan/2021/edit`);
    const one = (pattern: RegExp) => pattern.exec(page)?.[1] ?? "";
    await post(coordinator, `${home}/plan/2021/edit`, {
      ...{ from: "2021-01-01", to: "2021-12-31", preparedBy: "Statsforvaltaren", introduction, intent: "save" },
      version: one(/name="version" value="(\d+)"/),
      "sections.0.id": one(/name="sections\.0\.id" value="([^"]*)"/),
      "sections.0.heading": "Oppfølging",
      "sections.0.body": body,
    });
  };
  const table = "| Kva | Når |\n|---|---|\n| Status | Kvar månad |";
  await text("Kvifor vi har **planen**.", `- Kvar månad\n- I november\n\n> Ingen står utan svar.\n\n${table}`);
  const page = await textOf(coordinator, `${home}/plan/2021/adopt`);
  await post(coordinator, `${home}/plan/2021/adopt`, {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? "",
    ...{ adoptedOn: "2021-04-12", adoptedBy: "Styringsgruppa" },
  });
  await text("Kvifor vi framleis har **planen**.", `- Kvar månad\n- I desember\n\n${table}`);
}

/** Opens an event for signing up, with questions and two places, and signs three people up. */
async function makeWebinar(
  coordinator: BrowserContext,
  guest: BrowserContext,
  event: string,
  query: Query,
): Promise<Scene["webinar"]> {
  const id = event.slice(-36);
  const registrations = `${event}/registrations`;
  await query("UPDATE event SET state = 'published', version = 0 WHERE id = $1", [id]);
  await post(coordinator, `${registrations}/settings`, {
    ...{ intent: "settings", version: "0", registration: "open", open: "on", attendanceWay: "both", capacity: "5" },
    ...{ capacityOnline: "2", registerDate: "", registerTime: "", offerHours: "24", asksNeeds: "on" },
    joinLink: "https://video.example/webinar",
  });
  const question = { intent: "add-question", id: "", hint: "Til planlegginga." };
  await post(coordinator, `${registrations}/settings`, {
    ...{ ...question, label: "Kva rolle har du?", kind: "choice", options: "Leiar\nTilsett\nAnna" },
  });
  await post(coordinator, `${registrations}/settings`, { ...question, label: "Kva vil du høyre om?", kind: "long" });
  const page = `/vestland/events/${id}`;
  const proof = proofIn(await textOf(guest, page));
  for (const name of ["Rådgjevar, Stord", "Kommunalsjef, Kinn", "Fagleiar, Førde"])
    await post(guest, page, {
      ...{ proof, name, organisation: "", municipalityId: "", way: "online", needs: "" },
      email: `${name.split(",")[0]?.toLowerCase().replace("å", "a")}@webinar.example`,
    });
  const registration = /\/vestland\/registration\/[\w-]+/;
  const one = (await query("SELECT id FROM registration WHERE event_id = $1 ORDER BY number LIMIT 1", [id])).rows[0]
    ?.id;
  return {
    ...{ page, home: registrations, one: `${registrations}/${one}` },
    own: await linkIn(guest, "radgjevar@webinar.example", registration),
    waiting: await linkIn(guest, "fagleiar@webinar.example", registration),
  };
}

/** What follows an event: attendance, certificates, a recording, and what those who came thought of it. */
async function holdEvent(
  coordinator: BrowserContext,
  query: Query,
  held: string,
  answer: string,
): Promise<Scene["after"]> {
  const id = held.slice(-36);
  const [region] = (await query("SELECT region_id AS id FROM event WHERE id = $1", [id])).rows;
  const past =
    "starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour', state = 'held', open = true";
  await query(`UPDATE event SET ${past} WHERE id = $1`, [id]);
  const { rows: invited } = await query(
    "SELECT i.id, i.person_id FROM invitation i WHERE i.event_id = $1 ORDER BY answer NULLS LAST, i.id LIMIT 8",
    [id],
  );
  await post(coordinator, `${held}/attendance`, { intent: "certificates", gives: "true" });
  for (const one of invited.slice(0, 5))
    await post(coordinator, `${held}/attendance/mark`, { ticket: one.id ?? "", came: "true" });
  await post(coordinator, `${held}/attendance`, { intent: "add", name: "Gjest, KS", email: "gjest@ks.example" });
  const recording = await textOf(coordinator, `${held}/recording`);
  const version = /name="version" value="(\d+)"/.exec(recording)?.[1] ?? "";
  await post(coordinator, `${held}/recording`, { version, link: "https://video.example/opptak", intent: "publish" });
  await post(coordinator, `${held}/feedback`, { asks: "true" });
  const { rows: questions } = await query("SELECT id FROM event_question WHERE event_id = $1 ORDER BY position", [id]);
  for (const [at, best] of ["Gode døme", "Tid til å snakke saman", "Lokale tal\nog mange av dei"].entries()) {
    const answers = { [questions[0]?.id ?? ""]: 3 + at, [questions[1]?.id ?? ""]: best };
    await query("INSERT INTO feedback (region_id, id, event_id, answers) VALUES ($1, gen_random_uuid(), $2, $3)", [
      ...[region?.id, id, JSON.stringify(answers)],
    ]);
  }
  const link = async (purpose: string, subject: string | undefined, person: string | undefined) => {
    const token = `scene-${purpose}-${subject}`;
    const hash = createHash("sha256").update(token).digest("hex");
    await query(
      `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
       VALUES ($1, gen_random_uuid(), $2, '${purpose}', $3, $4, now() + interval '20 days')`,
      [region?.id, hash, person, subject],
    );
    return `/vestland/${purpose}/${token}`;
  };
  const { rows: added } = await query("SELECT id, person_id FROM registration WHERE event_id = $1", [id]);
  await query("UPDATE invitation SET feedback_at = current_date WHERE id = $1", [invited[1]?.id]);
  return {
    ticket: invited[6]?.id ?? "",
    answer,
    registration: await link("registration", added[0]?.id, added[0]?.person_id),
    feedback: await link("feedback", invited[0]?.id, invited[0]?.person_id),
    sent: await link("feedback", invited[1]?.id, invited[1]?.person_id),
  };
}

/** A newsletter that has been sent, with a link of each kind. */
async function sentIn(url: string, query: Query): Promise<Scene["subscription"]> {
  const sent = await sendNewsletter({ url, query: (sql, values) => query(sql, values) });
  return {
    issue: `/vestland/newsletters/${sent.issue}`,
    subscribers: `${home}/newsletters/subscribers/${sent.newsletter}`,
    confirm: `/vestland/subscription/${await sent.link("subscription")}`,
    leave: `/vestland/unsubscribe/${await sent.link("preferences")}`,
    choose: `/vestland/preferences/${await sent.link("preferences")}`,
  };
}

/** A governing body with a member, deputies of that member and of all, and a meeting plan of next year. */
async function bodyIn(query: Query): Promise<Scene["bodies"]> {
  const { rows } = await query(
    `WITH body AS (INSERT INTO governing_body (region_id, id, position, name)
         SELECT id, gen_random_uuid(), 2, 'Samarbeidsrådet' FROM region WHERE slug = 'vestland' RETURNING region_id, id),
       member AS (INSERT INTO body_member (region_id, id, body_id, office, municipality_id, position)
         SELECT b.region_id, gen_random_uuid(), b.id, 'Kommunedirektør', m.municipality_id, 1
         FROM body b, region_municipality m WHERE m.region_id = b.region_id ORDER BY m.municipality_id LIMIT 1
         RETURNING region_id, id, body_id),
       deputies AS (INSERT INTO body_member (region_id, id, body_id, part, office, position, deputy_for_id)
         SELECT region_id, gen_random_uuid(), body_id, 'deputy'::body_part, office, nth, CASE nth WHEN 2 THEN id END
         FROM member, (VALUES (2, 'Kommunalsjef'), (3, 'Helsesjef'), (4, 'Skulesjef')) d (nth, office)),
       plan AS (INSERT INTO meeting_plan (region_id, id, year, updated_at)
         SELECT region_id, gen_random_uuid(), extract(year FROM current_date)::int + 1, now() FROM body
         RETURNING region_id, id, year),
       planned AS (INSERT INTO planned_meeting (region_id, id, plan_id, body_id, day, "from", "to", place)
         SELECT p.region_id, gen_random_uuid(), p.id, b.id, make_date(p.year, month, 7), 540, 720, 'Førde'
         FROM plan p, body b, (VALUES (1), (7), (10)) m (month))
     SELECT body.id AS body, member.id AS member, plan.year FROM body, member, plan`,
  );
  const [made] = rows;
  const one = `${home}/bodies/${made?.body}`;
  return { one, member: `${one}/members/${made?.member}`, plan: `${home}/bodies/plan/${made?.year}` };
}

/** A meeting of a governing body, its cases and what is to be done after one. */
/** Makes a round of the year's action plan, and somebody answer for its rows, who has a link to them. */
async function reportOn(
  year: number,
  { coordinator, query, origin }: { coordinator: BrowserContext; query: Query; origin: Record<string, string> },
): Promise<Scene["report"]> {
  const { rows: plans } = await query(
    `SELECT p.id, p.region_id FROM action_plan p JOIN region r ON r.id = p.region_id
     WHERE r.slug = 'vestland' AND p.year = $1 AND p.state = 'adopted'`,
    [year],
  );
  const made = await coordinator.request.post(`${home}/reports/new`, {
    form: {
      ...{ kind: "half_yearly", name: `Halvårsrapport 1 – ${year}`, from: `${year}-01-01`, to: `${year}-06-30` },
      ...{ planId: plans[0]?.id ?? "", previousId: "", rowsBy: `${year + 1}-01-14`, submitBy: `${year + 1}-01-31` },
    },
    headers: origin,
    maxRedirects: 0,
  });
  const report = made.headers().location ?? "";
  const round = report.slice(-36);
  const { rows: owned } = await query(
    `UPDATE report_row w SET owner_id = r.person_id FROM role r
     WHERE w.round_id = $1 AND r.region_id = w.region_id AND r.kind = 'coordinator' RETURNING w.id, w.owner_id`,
    [round],
  );
  const token = "scene-report";
  await query(
    `INSERT INTO link_token (region_id, id, hash, purpose, person_id, subject_id, expires_at)
     VALUES ($1, gen_random_uuid(), $2, 'report', $3, $4, now() + interval '20 days')`,
    [plans[0]?.region_id, createHash("sha256").update(token).digest("hex"), owned[0]?.owner_id, round],
  );
  // The demo has one that was submitted, corrected and submitted again.
  const { rows: twice } = await query("SELECT round_id FROM report_submission WHERE number = 2", []);
  const submitted = `${home}/reports/${twice[0]?.round_id}`;
  const accounts = "Prosjekt;Konto;Kontonamn;Rekneskap;Budsjett;Budsjett heile året";
  const taken = async (lines: string) => {
    const multipart = { table: `${accounts}\n${lines}` };
    const answer = await coordinator.request.post(`${report}/accounts/import`, {
      ...{ multipart, headers: origin, maxRedirects: 0 },
    });
    return answer.headers().location ?? "";
  };
  const saved = await taken("1 Fellesdrift;3400;Kontingent;1200;1000;1000\n2 Nettverk;5000;Løn;800,50;900;2000");
  const settled = { intent: "save", "project-0": "new", "project-1": "new" };
  await coordinator.request.post(saved, { form: settled, headers: origin, maxRedirects: 0 });
  return {
    submitted,
    ...{ home: report, row: `${report}/rows/${owned[0]?.id}`, link: `/vestland/report/${token}` },
    accountFile: await taken("2 Nettverk;5000;Løn;810;900;2000\n3 Ukjent;6800;Kontor;5;;"),
  };
}

async function meetingIn(query: Query): Promise<Scene["cases"]> {
  const { rows } = await query(
    `WITH body AS (INSERT INTO governing_body (region_id, id, position, name)
         SELECT id, gen_random_uuid(), 1, 'Styringsgruppa' FROM region WHERE slug = 'vestland' RETURNING region_id, id),
       meeting AS (INSERT INTO minutes (region_id, id, body_id, day, state, notice_at)
         SELECT region_id, gen_random_uuid(), id, current_date + 30, 'agenda', now() FROM body RETURNING id),
       matter AS (INSERT INTO body_case (region_id, id, body_id, position, title, presentation, proposal, state)
         SELECT region_id, gen_random_uuid(), id, 1, 'Møteplan', 'Til handsaming.', 'Møteplanen vert godkjend.',
           'on_agenda'::case_state FROM body RETURNING id),
       waits AS (INSERT INTO body_case (region_id, id, body_id, position, title, closed, legal_basis)
         SELECT region_id, gen_random_uuid(), id, 1, 'Personalsak', true, 'offl. § 13' FROM body RETURNING id),
       item AS (INSERT INTO agenda_item (region_id, id, minutes_id, case_id, body_id, position, number, year)
         SELECT b.region_id, gen_random_uuid(), m.id, c.id, b.id, 1, 1, extract(year FROM current_date + 30)::int
         FROM body b, meeting m, matter c RETURNING region_id, id),
       follow AS (INSERT INTO follow_up (region_id, id, item_id, position, words, due_on)
         SELECT region_id, gen_random_uuid(), id, 1, 'Sende møteplanen', current_date - 2 FROM item RETURNING id)
     SELECT body.id AS body, meeting.id AS meeting, matter.id AS one, waits.id AS waits, item.id AS item,
       follow.id AS follow FROM body, meeting, matter, waits, item, follow`,
  );
  const [ids] = rows;
  return {
    body: `${home}/bodies/${ids?.body}`,
    queue: `${home}/cases?body=${ids?.body}`,
    meeting: `${home}/bodies/${ids?.body}/meetings/${ids?.meeting}`,
    one: `${home}/cases/${ids?.one}`,
    waiting: `${home}/cases/${ids?.waits}`,
    open: `/vestland/cases/${ids?.item}`,
    followUp: `${home}/decisions/${ids?.follow}`,
  };
}

/**
 * Fills the demo, with its plan imported, over HTTP as people would: events in every state, invitations and answers,
 * a vacancy, imports under way, a role given. `query` is the superuser's: it makes failures nobody can make by hand.
 */
export async function makeScene(browser: Browser, url: string, query: Query): Promise<Omit<Scene, "meetings">> {
  const open = (email?: string) => openAs(browser, url, email);
  const origin = { origin: url };
  const coordinator = await open("koordinator@vestland.example");
  const guest = await open();
  const today = new Date().toISOString().slice(0, 10);
  const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

  const details = {
    kind: "conference",
    start: "09:00",
    end: "14:30",
    place: "Førde, møterom Jølster",
    link: "https://video.example/rom",
    description: "Velkomen, og så gode døme frå tre kommunar.\nLunsj kl. 11.30.",
  };
  const makeEvent = async (title: string, days: number, row = "") => {
    const form = { ...details, title, row, date: inDays(days), replyBy: inDays(days - 7) };
    const made = await post(coordinator, `${home}/events/new`, form);
    const address = made.headers().location;
    if (!address) throw new Error(`"${title}" was not made: ${made.status()}`);
    return address;
  };
  /** Presses a button of the answer page, in the invitation to the event of this title. Gives the link. */
  const answer = async (municipality: string, title: string, what?: string) => {
    const link = await linkIn(guest, contactOf(municipality), /\/vestland\/answer\/[\w-]+/, title);
    if (what) await post(guest, link, { proof: proofIn(await textOf(guest, link)), answer: what });
    return link;
  };

  const row = (await query("SELECT id, plan_id FROM plan_row WHERE channel LIKE 'Erfarings%' ORDER BY id LIMIT 1"))
    .rows[0];
  const planPage = await textOf(coordinator, `${home}/plan/2021`);
  const rowAddress = new RegExp(`${home}/plan/2021/rows/${row?.id ?? "[0-9a-f-]{36}"}`).exec(planPage)?.[0] ?? "";

  await adoptPlan(coordinator);
  const published = await makeEvent(titles.published, 45, row?.id);
  const items = "09.00 Velkomen – Statsforvaltaren\n10.30 Pause\n10.45 Gode døme – To kommunar\n16.00 Middag";
  await post(coordinator, `${published}/programme`, { intent: "paste", text: items });
  await post(coordinator, `${published}/invite`, {});
  const yes = await answer("voss", titles.published, "accepted");
  for (const municipality of ["alver", "askoy", "bergen", "stord", "kinn"])
    await answer(municipality, titles.published, "accepted");
  for (const municipality of ["luster", "vik"]) await answer(municipality, titles.published, "tentative");
  await answer("etne", titles.published, "declined");
  const unanswered = await answer("gulen", titles.published);

  await post(coordinator, `${published}/needs`, { asks: "yes" });
  await post(guest, yes, {
    ...{ proof: proofIn(await textOf(guest, yes)), answer: "accepted" },
    ...{ comment: "Kjem med toget", newNeeds: "Nøtteallergi" },
  });
  await query(
    `INSERT INTO inbound_reply (region_id, id, event_id, key, from_name, from_address, attendee, answer, comment, stamp, received_at)
     SELECT region_id, gen_random_uuid(), id, n::text, 'Vikar', 'vikar' || n || '@bomlo.example', 'vikar@bomlo.example',
       'accepted', 'Kjem', now(), now() FROM event, generate_series(1, 2) AS n WHERE id = $1`,
    [published.slice(-36)],
  );
  const invitationOf = async (municipality: string) => {
    const { rows } = await query(
      `SELECT i.id FROM invitation i JOIN person p ON (p.region_id, p.id) = (i.region_id, i.person_id)
       WHERE i.event_id = $1 AND p.email = $2`,
      [published.slice(-36), contactOf(municipality)],
    );
    return `${published}/invitations/${rows[0]?.id}`;
  };
  const draft = await makeEvent("Dialogmøte i Årdal", 20);
  const gathering = await makeEvent("Digital kaffi", 40);
  const inMonths = (months: number) => inDays(40 + 28 * months);
  await post(coordinator, `${gathering}/series`, { intent: "make", "dates[]": inMonths(1) });
  await post(coordinator, `${gathering}/series`, { intent: "make", "dates[]": inMonths(2) });
  const programme = await textOf(coordinator, `${published}/programme`);
  const item = `${published}/programme?item=${/\?item=([0-9a-f-]{36})/.exec(programme)?.[1] ?? ""}`;
  const moved = await makeEvent(titles.moved, 30);
  await post(coordinator, `${moved}/invite`, {});
  const again = await answer("ullensvang", titles.moved, "accepted");
  await post(coordinator, `${moved}/edit`, {
    ...details,
    title: titles.moved,
    date: inDays(31),
    replyBy: inDays(24),
    version: "0",
    when: "later",
  });
  const cancelled = await makeEvent(titles.cancelled, 25);
  await post(coordinator, `${cancelled}/invite`, {});
  const stopped = await answer("tysnes", titles.cancelled);
  await post(coordinator, `${cancelled}/cancel`, {});

  const held = await makeEvent(titles.held, 21);
  await post(coordinator, `${held}/invite`, {});
  const certified = await answer("voss", titles.held, "accepted");
  for (const municipality of ["alver", "stord"]) await answer(municipality, titles.held, "accepted");
  await answer("etne", titles.held, "declined");
  const after = await holdEvent(coordinator, query, held, certified);

  const solund = (await query("SELECT number FROM municipality WHERE name = 'Solund' AND ended_on IS NULL")).rows[0];
  const voss = (await query("SELECT number FROM municipality WHERE name = 'Voss' AND ended_on IS NULL")).rows[0];
  const municipality = `${home}/municipalities/${solund?.number}`;
  const asks = await post(coordinator, municipality, { intent: "end" });
  const ends = /name="ends" value="([^"]+)"/.exec(await asks.text())?.[1] ?? "";
  await post(coordinator, municipality, { intent: "end", ends });

  const webinar = await makeWebinar(coordinator, guest, await makeEvent("Webinar om velferdsteknologi", 40), query);

  await post(coordinator, `${home}/settings/members`, {
    name: "Rådgjevar, KS Vestland",
    email: "nettverk@ks.example",
    kind: "secretariat",
    actorId: "",
    first: today,
    last: "",
  });
  const roleLink = await linkIn(guest, "nettverk@ks.example", /\/vestland\/take-role\/[\w-]+/);
  const members = await textOf(coordinator, `${home}/settings/members?q=KS+Vestland`);
  const member = new RegExp(`${home}/settings/members/[0-9a-f-]{36}`).exec(members)?.[0] ?? "";

  await query("UPDATE plan_row SET audience = 'Alle i kommunane', version = version + 1 WHERE id = $1", [row?.id]);
  const plan = readFileSync(planFile, "utf8");
  const upload = async (text: string, name: string) => {
    const file = { name, mimeType: "text/plain", buffer: Buffer.from(text) };
    const multipart = { file, table: "", from: "", to: "" };
    const answer = await coordinator.request.post(`${home}/import`, { multipart, headers: origin, maxRedirects: 0 });
    return answer.headers().location ?? "";
  };
  const year = new Date().getFullYear();
  const actionPlan = [
    "## Innsatsområde: Mat og måltid\n\n### Måltidsmiljø\n",
    "Tiltak\tAktiviteter\tNår\nDele erfaringar\tHalde samlingar\tQ1 + Q3\n\tSkrive om arbeidet\tLøpende\nNy rettleiar\tPrøve han ut\tH1\n",
    "### Organisering\n\nKoordinator i 20% stilling.\n\n### Ressurser\n\nkr 100 000 og kr 50 000 i tillegg.\n",
  ].join("\n");
  const adopted = await upload(
    `# Handlingsplan ${year}\n\nVedtatt i Styringsgruppa 01.01.${year}\n\n${actionPlan}`,
    "plan.txt",
  );
  await coordinator.request.post(adopted, { form: { intent: "save" }, headers: origin, maxRedirects: 0 });
  const planHome = `${home}/action-plan/${year}`;
  const planTable = await textOf(coordinator, planHome);
  const inPlan = (what: string, text: string) => new RegExp(`${planHome}/${what}/[0-9a-f-]{36}`).exec(text)?.[0] ?? "";
  const heads = "Kommunikasjonsform\tMål med kommunikasjonen\tTema\tNår\tAnsvar\tMålgruppe";
  const asking = await upload(
    plan.replace("8.juni", "9.juni").replace(/26\.05\.21[^\n]*/, (line) => line.replace("Kommunane", "Leiarane")),
    "plan-ny.txt",
  );
  const problems = await upload(
    `${heads}\nWebinar\tInformasjon\tDemensplan 20\tHaust\tKS\tKommunane\n\t\t25 for alle\t\t\t\n`,
    "utan-år.txt",
  );

  await query(
    "UPDATE delivery SET state = 'failed', last_error = 'recipient: 550', attempts = 1 WHERE id = (SELECT d.id FROM delivery d WHERE d.event_id = $1 AND d.to_address = $2 LIMIT 1)",
    [published.slice(-36), contactOf("fedje")],
  );
  const delivery = (
    await query("SELECT id FROM delivery WHERE event_id = $1 AND state = 'failed'", [published.slice(-36)])
  ).rows[0];
  const network =
    /\/r\/vestland\/networks\/[0-9a-f-]{36}/.exec(await textOf(coordinator, `${home}/networks`))?.[0] ?? "";

  const idOf = async (what: string, where: string) =>
    (
      await query(
        `SELECT id FROM ${what} WHERE region_id = (SELECT id FROM region WHERE slug = 'vestland') AND ${where} ORDER BY id LIMIT 1`,
      )
    ).rows[0]?.id ?? "";
  const actor = await idOf("actor", "name LIKE 'Statsforvaltaren%'");
  const unit = await idOf("actor", "parent_id IS NOT NULL");
  const task = await idOf("task", `actor_id = '${actor}'`);
  await query("UPDATE network SET open = true WHERE id = $1", [network.slice(-36)]);
  const luster = (await query("SELECT number FROM municipality WHERE name = 'Luster' AND ended_on IS NULL")).rows[0];
  await post(coordinator, `${home}/municipalities/${luster?.number}`, { intent: "ask" });
  const handoverLink = await linkIn(guest, contactOf("luster"), /\/vestland\/handover\/[\w-]+/);
  const staged = await coordinator.request.post(`${home}/municipalities/sheet`, {
    multipart: {
      table:
        "Kommune\tNamn\tE-post\nVoss herad\tKommunalsjef, Voss\tsjef@voss.kommune.example\nSande\tNokon\tnokon@sande.example",
    },
    headers: origin,
    maxRedirects: 0,
  });
  const sheet = staged.headers().location ?? "";

  const contact = await open(contactOf("voss"));
  const directorate = await open("rapport@helsedirektoratet.example");
  const rowsOf = async (sql: string, slug: string) => (await query(sql, [slug])).rows;
  const fee = await feeIn(rowsOf, "vestland", "2025");
  await query(
    `INSERT INTO fee_year (region_id, id, scheme_id, year, rate)
     SELECT region_id, gen_random_uuid(), id, 2026, 50 FROM fee_scheme WHERE id = $1`,
    [fee.scheme],
  );
  await post(guest, "/sign-in", { email: contactOf("alver"), next: "/" });
  const signInLink = await linkIn(guest, contactOf("alver"), /\/sign-in\/[\w-]{20,}/);
  const message = /\/mailbox\/[0-9a-f-]{36}/.exec(await textOf(guest, `/mailbox?to=${contactOf("gulen")}`))?.[0] ?? "";

  const newsletterId = await idOf("newsletter", "true");
  const makeIssue = () => post(coordinator, `${home}/newsletters`, { intent: "make", newsletter: newsletterId });
  const issues = [(await makeIssue()).headers().location ?? "", (await makeIssue()).headers().location ?? ""];
  const [draftIssue = "", sentIssue = ""] = issues.map((address) => address.split("?")[0] ?? "");
  const words = JSON.stringify({ nn: "Hausten er her, og nettverka er **i gang**.", nb: "Høsten er her." });
  await query("UPDATE issue_item SET body = $2 WHERE issue_id = $1 AND kind = 'introduction'", [
    sentIssue.slice(-36),
    words,
  ]);
  await post(coordinator, sentIssue, { intent: "approve", version: "0" });
  await post(coordinator, `${sentIssue}/send`, { intent: "send" });
  const said = { heading_nn: "Tre webinar de kan sjå når det passar", body_nn: "Opptaka ligg **ute**.", link: "" };
  await post(coordinator, `${home}/newsletters/notes/new`, {
    ...{ intent: "save", version: "0", kind: "note", newsletterId, actorId: actor, ...said },
  });
  const newsletter = {
    settings: `${home}/newsletters/settings/${newsletterId}`,
    draft: draftIssue,
    sent: sentIssue,
    note: `${home}/newsletters/notes/${await idOf("newsletter_note", "true")}`,
  };

  return {
    coordinator,
    contact,
    guest,
    directorate,
    rollUp: { home: `/roll-up/${fee.rollUp}`, report: `/roll-up/${fee.rollUp}/vestland/1` },
    fees: { fixed: `${home}/fees/${fee.scheme}/2025`, draft: `${home}/fees/${fee.scheme}/2026` },
    newsletter,
    invitations: { told: await invitationOf("voss"), silent: await invitationOf("gulen") },
    events: { published, draft, cancelled, moved, held, item, gathering },
    after,
    answers: {
      open: unanswered,
      yes,
      again,
      cancelled: stopped,
      gone: "/vestland/answer/does-not-exist-any-more-000000000",
    },
    webinar,
    row: rowAddress,
    vacant: municipality,
    ownMunicipality: `${home}/municipalities/${voss?.number}`,
    network,
    actor: `${home}/actors/${actor}`,
    unit: `${home}/actors/${unit}`,
    group: `${home}/groups/${await idOf("support_group", "true")}`,
    area: `${home}/municipalities/areas/${await idOf("area", "name LIKE 'Helse Fonna%'")}`,
    audience: `${home}/audiences/${await idOf("audience", "true")}`,
    publication: `${home}/publications/${await idOf("publication", "text <> ''")}`,
    task: `${home}/responsibility/tasks/${task}`,
    matrixRow: `${home}/responsibility/rows/${row?.id}`,
    openNetwork: `/vestland/networks/${network.slice(-36)}`,
    handoverLink,
    sheet,
    member,
    delivery: `${home}/deliveries/${delivery?.id}`,
    imports: { asking, problems },
    report: await reportOn(year, { coordinator, query, origin }),
    actionPlan: {
      home: planHome,
      activity: inPlan("activities", planTable),
      focusArea: inPlan("focus-areas", await textOf(coordinator, `${planHome}/about`)),
      preview: await upload(actionPlan, "utan-år.txt"),
    },
    template: await templateOf(coordinator),
    reportImport: await upload(statusReport(year), "rapport.txt"),
    subscription: await sentIn(url, query),
    bodies: await bodyIn(query),
    cases: await meetingIn(query),
    roleLink,
    signInLink,
    message,
  };
}

/** A report on the plan of a year: a row in its words, one nearly so, and one that nobody can place; with accounts. */
const statusReport = (year: number) =>
  [
    `Møte i Rådmannsgruppa 01.06.${year}\n\nSak 3/${year} Tertialrapport 1 – ${year}\n`,
    `Økonomisk status:\n\nRekneskapen har ei omsetning på kr 1 000.\n\n\tRegnskap\tBudsjett\nINNTEKTER\t1 000\t900\nLØNN\t400\t300\n`,
    "Innsatsområde: Mat og måltid\n\nMåltidsmiljø\n\nRessurs: Koordinator\n",
    `Tiltak\tAktiviteter\t${year}\tStatus\nDele erfaringar\tHalde samlingar\tQ1 + Q3\tHalde\n\tSkriva om arbeidet\tLøpende\tI gang`,
    "Nytt tiltak\tHeilt andre ord enn i planen\tQ1\tIkkje begynt",
  ].join("\n");
