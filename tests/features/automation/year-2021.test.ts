import { beforeAll, describe, expect, it } from "vitest";
import { foreseen, insideOf, type RunRegion, runRules, sentBy } from "#tests/features/automation/run-rules";
import { asAdmin } from "#tests/features/events/thread";
import { useDatabase } from "#tests/support/database";
import { yearAhead } from "~/features/automation/year-ahead.view.server";
import { demoAddress } from "../../../prisma/seed/demo";
import { seedDemo } from "../../../prisma/seed/regions";

const database = useDatabase();
const year = { from: new Date("2020-12-31T23:00:00Z"), to: new Date("2021-12-31T23:00:00Z") };
let region: RunRegion = { id: "", adminUrl: "" };
let expected: string[] = [];

/** One of the 43 contact persons wants no mail. */
const optedOut = demoAddress("Voss");

/** The newsletter the plan's row is made issues of. */
const newsletter = "Nytt i Vestland";

/** Twice a year: two weeks before its time begins the draft, when it begins the issue. May Day 2021 is a Saturday. */
const issues = [
  ["04-19", "issue-draft 1"],
  ["05-03", "issue 42"],
  ["10-18", "issue-draft 1"],
  ["11-01", "issue 42"],
].map(([day, what]) => `2021-${day} 08:00 ${what} ${newsletter}`);

/** Things said elsewhere: that the time has come, and that it is soon over. 24 May is a Monday off. */
const publications = [
  ["Podkast om mat og måltid: Besøk heime Eit bord for fleire Miljøtiltak Velferdsteknologi", "05-03", "05-21"],
  ["Kronikk i avisa: Tema i tida", "06-01", "08-24"],
  ["Podkast: Bruke arbeidsmåten frå LivOGLyst", "09-01", "11-23"],
].flatMap(([title, ...days]) => days.map((day) => `2021-${day} 08:00 publication-reminder 1 ${title}`));

/** The list of what is due: every Monday, but for the three that are off. */
const mondays = [
  ...["01-04", "01-11", "01-18", "01-25", "02-01", "02-08", "02-15", "02-22", "03-01", "03-08", "03-15", "03-22"],
  ...["03-29", "04-06", "04-12", "04-19", "04-26", "05-03", "05-10", "05-18", "05-25", "05-31", "06-07", "06-14"],
  ...["06-21", "06-28", "07-05", "07-12", "07-19", "07-26", "08-02", "08-09", "08-16", "08-23", "08-30", "09-06"],
  ...["09-13", "09-20", "09-27", "10-04", "10-11", "10-18", "10-25", "11-01", "11-08", "11-15", "11-22", "11-29"],
  ...["12-06", "12-13", "12-20", "12-27"],
].map((day) => `2021-${day} 08:00 due-list 1`);

const welfare = "Velferdsteknologi i Sogn og Fjordane";
const contacts = "Nettverk kommunekontaktar";
const meeting = "Møte med kontaktpersonar i kommunane: Leve heile livet, alle innsatsområda";

/**
 * What is held and whom it is for is known: when its draft is made (eight weeks before its day), the invitation goes
 * (four weeks before), who has not answered is reminded (three working days before the day to answer by, a week before
 * it), who comes is reminded (five working days before), and all are asked (the day after). Everything moves with the
 * days off: Easter is from 1 to 5 April, 13, 17 and 24 May are off, and nothing is held in July.
 */
const held: [
  title: string,
  people: number,
  draft: string,
  invitation: string,
  answer: string,
  coming: string,
  after: string,
][] = [
  // Eight weeks before is last year, or four weeks before is: the draft is made up for on the first working day.
  [welfare, 18, "01-04", "01-06", "01-13", "01-18", "01-26"],
  [welfare, 18, "01-04", "01-19", "02-04", "02-09", "02-17"],
  [meeting, 42, "01-04", "01-21", "02-08", "02-11", "02-19"],
  [contacts, 42, "01-05", "02-02", "02-18", "02-23", "03-03"],
  [welfare, 18, "01-19", "02-16", "03-04", "03-09", "03-17"],
  ["Nettverk besøk og terapihund", 8, "02-02", "03-02", "03-18", "03-23", "03-31"],
  ["Nettverk Aktiv Omsorg", 8, "02-03", "03-03", "03-19", "03-24", "04-06"],
  ["Webinar: Demensplan 2025", 42, "02-18", "03-18", "03-31", "04-08", "04-16"],
  [welfare, 18, "02-19", "03-19", "04-06", "04-09", "04-19"],
  ["Fagdagar / webinar: Mat og måltid, tilbod på dagtid,", 42, "03-04", "04-06", "04-19", "04-22", "04-30"],
  [welfare, 18, "03-24", "04-21", "05-07", "05-10", "05-20"],
  ["Erfarings - konferanse: Det kommunane har fått til", 42, "03-31", "04-28", "05-12", "05-18", "05-27"],
  ["Konferanse: Alle innsatsområda", 42, "04-14", "05-12", "05-28", "06-02", "06-10"],
  [welfare, 18, "04-20", "05-18", "06-03", "06-08", "06-16"],
  [contacts, 42, "04-29", "05-27", "06-14", "06-17", "06-25"],
  [
    "Skipe til samhandlingsforum kvart år/ Leve heile livet konferanse: Det som er viktigast i reforma no",
    ...([42, "05-05", "06-02", "06-18", "06-23", "07-01"] as const),
  ],
  [welfare, 18, "06-22", "07-20", "08-05", "08-10", "08-18"],
  [welfare, 18, "07-21", "08-18", "09-03", "09-08", "09-16"],
  ["Nettverk Aktiv Omsorg", 8, "08-05", "09-02", "09-20", "09-23", "10-01"],
  ["Nettverk besøk og terapihund", 8, "08-06", "09-03", "09-21", "09-24", "10-04"],
  [welfare, 18, "08-18", "09-15", "10-01", "10-06", "10-14"],
  [meeting, 42, "08-20", "09-17", "10-05", "10-08", "10-18"],
  ["Fagdagar/webinar: Transport, medverknad", 42, "08-23", "09-20", "10-06", "10-11", "10-19"],
  ["Fagdagar/webinar i digitalisering: Vise fram tiltak som verkar", 42, "08-24", "09-21", "10-07", "10-12", "10-20"],
  [contacts, 42, "09-07", "10-05", "10-21", "10-26", "11-03"],
  [welfare, 18, "09-21", "10-19", "11-04", "11-09", "11-17"],
  [welfare, 18, "10-21", "11-18", "12-06", "12-09", "12-17"],
];

const meetings = held.flatMap(([title, people, draft, invitation, answer, coming, after]) => [
  `2021-${draft} 08:00 event-draft 1 ${title}`,
  `2021-${invitation} 08:00 invitation ${people} ${title}`,
  `2021-${answer} 08:00 reminder-unanswered ${people} ${title}`,
  `2021-${coming} 09:00 reminder-coming ${people} ${title}`,
  `2021-${after} 08:00 feedback-request ${people} ${title}`,
]);

/** What is held, but nobody has said whom it is for: a draft is made, and a person does the rest. */
const klb = "Fagleg nettverk for kreftomsorg og lindrande behandling (KLB)-nettverk";
const pathways = "Læringsnettverk Gode pasientforløp";
const elderly = "Fagnettverk eldremedisin/eldreomsorg";
const nurses = "Nettverk for ressursjukepleiarar i kreftomsorg og lindrande behandling";
const analysis = "Webinar: Det som skjer med; verktøy for analyse, transport";
const drafts = [
  ["01-04", klb],
  ["01-04", pathways],
  ["01-21", analysis],
  ["02-01", elderly],
  ["02-09", nurses],
  ["02-17", "Fagdagar / webinar: Bustader for alle aldrar"],
  ["02-23", "Webinar: Demensplan 2025"],
  ["03-19", klb],
  ["03-23", "Møte koordinerings-gruppa: Det som skjer i reforma"],
  ["04-13", "Leve heile livet-konferanse: Alle innsatsområda"],
  ["04-30", elderly],
  ["05-03", pathways],
  ["05-04", "Nettverk for etikkrettleiarar i kommunar og Helseføretak"],
  ["06-21", klb],
  ["08-03", nurses],
  ["08-04", elderly],
  ["08-19", analysis],
  ["09-06", pathways],
  ["09-20", klb],
  // Those of the first weeks of 2022.
  ["12-20", klb],
].map(([day, title]) => `2021-${day} 08:00 event-draft 1 ${title}`);

/** Of 2022: the draft and invitation for January, and the draft for February. */
const next = [
  `2021-11-22 08:00 event-draft 1 ${welfare}`,
  `2021-12-20 08:00 invitation 18 ${welfare}`,
  `2021-12-21 08:00 event-draft 1 ${welfare}`,
];

const byHand = [...issues, ...publications, ...mondays, ...meetings, ...drafts, ...next].sort();

beforeAll(async () => {
  await seedDemo({ whole: true, events: false });
  const { adminUrl } = database.url();
  const [row] = await asAdmin(adminUrl, "SELECT id FROM region WHERE slug = 'vestland'");
  region = { id: row?.id ?? "", adminUrl };
  // Those who are there now were there then; the region has one newsletter, and nothing has gone out yet.
  await asAdmin(adminUrl, "UPDATE role SET valid_from = '2020-01-01'");
  await asAdmin(
    adminUrl,
    "UPDATE person SET opted_out = '{invitations,newsletters,reminders}' WHERE region_id = $1 AND email = $2",
    [region.id, optedOut],
  );
  await asAdmin(adminUrl, "UPDATE newsletter SET ended_at = now(), name = name || ' (gamal)'");
  await asAdmin(adminUrl, "DELETE FROM delivery");
  await insideOf(region)((db) => db.newsletter.create({ data: { position: 9, name: newsletter } }));
  const ahead = await insideOf(region)((db) => yearAhead(db, { from: "2021-01-01", to: "2021-12-31", now: year.from }));
  expected = foreseen(ahead);
  await runRules(region, year);
}, 600_000);

describe("the year 2021 of Vestland, run day by day", () => {
  it("was foreseen as the plan says it, nothing missing and nothing twice", () => {
    expect(expected).toEqual(byHand);
  });

  it("sent what was foreseen", async () => {
    expect(await sentBy(region)).toEqual(byHand);
  });

  it("sent nothing on a day off, outside office hours, twice, or to who wants no mail", async () => {
    const sent = await sentBy(region);
    for (const line of sent) {
      const [day = "", time = ""] = line.split(" ");
      expect(["08:00", "09:00"]).toContain(time);
      expect([0, 6]).not.toContain(new Date(day).getUTCDay());
    }
    for (const off of ["01-01", "04-01", "04-02", "04-05", "05-13", "05-17", "05-24", "12-24", "12-31"])
      expect(sent.filter((line) => line.startsWith(`2021-${off}`))).toEqual([]);
    const toHer = await asAdmin(region.adminUrl, "SELECT kind FROM delivery WHERE to_address = $1", [optedOut]);
    expect(toHer).toEqual([]);
    const twice = await asAdmin(
      region.adminUrl,
      `SELECT person_id, kind, message->>'about' AS about, coalesce(event_id, issue_id) AS of, count(*) FROM delivery
       WHERE region_id = $1 AND coalesce(event_id, issue_id) IS NOT NULL
       GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
      [region.id],
    );
    expect(twice).toEqual([]);
  });
});
