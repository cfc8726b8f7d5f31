import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Listed, matchReport } from "~/domain/attendance/match-report";
import { readReport, reportLimits } from "~/domain/attendance/read-report";
import { readMinutes } from "~/domain/attendance/report-words";

const rowsOf = (text: string) => {
  const read = readReport(text);
  return read.ok ? read.rows : read.reason;
};
const lines = (...all: string[]) => all.join("\r\n");

const teamsNorwegian = lines(
  "1. Sammendrag",
  "Møtetittel\tDialogmøte",
  "Deltakere som deltok\t3",
  "Starttidspunkt\t26.05.2027, 09:00:01",
  "Gjennomsnittlig deltakelsestid\t52 min 3 s",
  "",
  "2. Deltakere",
  "Navn\tFørste deltakelse\tSiste avslutning\tVarighet i møtet\tE-post\tDeltaker-ID (UPN)\tRolle",
  "Kari Nordmann\t26.05.2027, 09:00:12\t26.05.2027, 10:59:58\t1t 59m 46s\tKari@voss.example\tkari@voss.example\tArrangør",
  "Ola Hansen (Gjest)\t26.05.2027, 09:03:00\t26.05.2027, 10:30:00\t1 t 27 min\t\t\tDeltaker",
  "",
  "3. Aktiviteter i møtet",
  "Navn\tTidspunkt for deltakelse\tTidspunkt for avslutning\tVarighet\tE-post\tRolle",
  "Kari Nordmann\t26.05.2027, 09:00:12\t26.05.2027, 09:30:12\t30 min\tkari@voss.example\tArrangør",
  "Kari Nordmann\t26.05.2027, 09:31:12\t26.05.2027, 10:59:58\t1t 28m 46s\tkari@voss.example\tArrangør",
  "Ola Hansen (Gjest)\t26.05.2027, 09:03:00\t26.05.2027, 10:30:00\t1t 27m\t\tDeltaker",
);
const teamsOld = lines(
  "Meeting Summary",
  "Total Number of Participants\t2",
  "Meeting Title\tWebinar",
  "",
  "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)",
  '"Berg, Anne"\t5/26/2027, 9:00:00 AM\t5/26/2027, 9:20:30 AM\t20m 30s\tanne@stord.example\tPresenter\tanne@stord.example',
  '"Berg, Anne"\t5/26/2027, 9:25:00 AM\t5/26/2027, 9:45:30 AM\t20m 30s\tanne@stord.example\tPresenter\tanne@stord.example',
);
const zoomWithHeader = lines(
  "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,",
  '852 1848 6288,"Mat, og måltid",05/26/2027 09:00:00 AM,05/26/2027 10:00:00 AM,vert@region.example,60,3,',
  "",
  "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room",
  "Kari (Kari Nordmann),kari@voss.example,05/26/2027 09:00:00 AM,05/26/2027 09:10:00 AM,10,Yes,,Yes",
  "Kari (Kari Nordmann),kari@voss.example,05/26/2027 09:10:00 AM,05/26/2027 10:00:00 AM,50,Yes,,No",
  "iPad,,05/26/2027 09:10:00 AM,05/26/2027 10:00:00 AM,50,Yes,,No",
);
const zoomWithout = lines(
  "Name (Original Name),User Email,Total Duration (Minutes),Guest",
  "Kari Nordmann,kari@voss.example,58,Yes",
);
const zoomWebinar = lines(
  "Attendee Report",
  "Panelist Details,",
  "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest",
  "Yes,Anne Berg,anne@stord.example,,,61,No",
  "",
  "Attendee Details,",
  "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest",
  "Yes,Kari Nordmann,Kari,Nordmann,kari@voss.example,,approved,,,31,No",
  "No,Ola Hansen,Ola,Hansen,ola@ulvik.example,,approved,--,--,--,No",
);

describe("reading a participants report", () => {
  it.each([
    [
      "Teams in Norwegian, with a summary, totals and activities",
      teamsNorwegian,
      [
        { name: "Kari Nordmann", email: "kari@voss.example", minutes: 119 },
        { name: "Ola Hansen (Gjest)", email: null, minutes: 87 },
      ],
    ],
    [
      "an older one of Teams in English, with two rows of one",
      teamsOld,
      [{ name: "Berg, Anne", email: "anne@stord.example", minutes: 41 }],
    ],
    [
      "Zoom with the meeting's head, without the waiting room",
      zoomWithHeader,
      [
        { name: "Kari (Kari Nordmann)", email: "kari@voss.example", minutes: 50 },
        { name: "iPad", email: null, minutes: 50 },
      ],
    ],
    ["Zoom without it", zoomWithout, [{ name: "Kari Nordmann", email: "kari@voss.example", minutes: 58 }]],
    [
      "a webinar of Zoom, without those who never came",
      zoomWebinar,
      [
        { name: "Anne Berg", email: "anne@stord.example", minutes: 61 },
        { name: "Kari Nordmann", email: "kari@voss.example", minutes: 31 },
      ],
    ],
    [
      "semicolons, as a Norwegian spreadsheet saves them",
      "Navn;E-post;Varighet\nKari;kari@voss.example;12",
      [{ name: "Kari", email: "kari@voss.example", minutes: 12 }],
    ],
  ])("reads %s", (_what, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(rowsOf(`\ufeff${text.replaceAll("\r\n", "\n")}\n`)).toEqual(rows);
  });

  it("reads nynorsk heads", () => {
    expect(rowsOf("Namn\tE-post\tVarigheit\nKari\tkari@voss.example\t5 min")).toMatchObject([{ minutes: 5 }]);
  });

  it("says what is wrong with what is none", () => {
    expect(rowsOf("")).toBe("empty");
    expect(rowsOf(" \r\n\t")).toBe("empty");
    expect(rowsOf("Kjære alle, vel møtt på onsdag.")).toBe("no-report");
    expect(rowsOf("Navn\tE-post\tVarighet\n")).toBe("nobody");
    expect(rowsOf(`Navn,E-post\n${"x".repeat(reportLimits.characters)}`)).toBe("too-long");
    expect(rowsOf(`Navn,E-post\n${"a,b\n".repeat(reportLimits.lines)}`)).toBe("too-long");
  });

  it("takes hostile names as text, without what cannot be seen", () => {
    const hostile =
      '"<script>alert(1)</script>",x@y.example,5\n\'=1+1,z@y.example,5\n"Ka\u202eri\u0000 ""K""",q@y.example,5';
    expect(rowsOf(`Name,Email,Duration\n${hostile}`)).toMatchObject([
      { name: "<script>alert(1)</script>" },
      { name: "=1+1" },
      { name: 'Kari "K"' },
    ]);
  });

  it("reads lengths of time in every way they are written, and nothing else as one", () => {
    const told = ["1h 2m 3s", "1t 2m", "1 t 2 min 3 s", "2 timer 3 minutter", "90", "1:02:03", "45m", "30s", "12,5"];
    expect(told.map(readMinutes).map((one) => one && Math.floor(one))).toEqual([62, 62, 62, 123, 90, 62, 45, 0, 12]);
    for (const none of ["", "--", "x", "5 skritt", "26.05.2027", "999999", "1h2x"])
      expect(readMinutes(none)).toBeNull();
  });

  it("reads anything without breaking, and never anybody without a name", () => {
    const cell = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("Name", "Email", "Duration", '"', "1h", ""));
    const text = fc.array(
      fc.array(cell, { maxLength: 6 }).map((row) => row.join("\t")),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, (rows) => {
        const read = readReport(rows.join("\n"));
        if (read.ok) for (const row of read.rows) expect(row.name).not.toBe("");
      }),
    );
  });
});

describe("finding those of a report on the list", () => {
  const listed: Listed[] = [
    { ticket: "kari", name: "Kari Nordmann", email: "kari@voss.example", place: "" },
    { ticket: "anne", name: "Anne Berg", email: "anne@stord.example", place: "" },
    { ticket: "anne2", name: "Anne Berg", email: "anne@ulvik.example", place: "" },
    { ticket: "aase", name: "Åse Marie Vik", email: "aase@etne.example", place: "" },
  ];
  const match = (name: string, email: string | null = null) => matchReport([{ name, email, minutes: 60 }], listed)[0];

  it("knows them by address before name, and by a whole name in any order", () => {
    expect(match("iPad", "kari@voss.example")).toEqual({ kind: "matched", by: "address", ticket: "kari" });
    for (const name of ["Kari Nordmann", "Nordmann, Kari", "kari nordmann (Gjest)", "KARI NORDMANN [External]"])
      expect(match(name)).toEqual({ kind: "matched", by: "name", ticket: "kari" });
    expect(match("Ase Marie Vik")).toEqual({ kind: "matched", by: "name", ticket: "aase" });
  });

  it("leaves to a person a name that several have, or a name that is only like one", () => {
    expect(match("Anne Berg")).toEqual({ kind: "doubtful", tickets: ["anne", "anne2"] });
    expect(match("Kari Nordmann – Voss herad")).toEqual({ kind: "doubtful", tickets: ["kari"] });
    expect(match("Kari")).toEqual({ kind: "doubtful", tickets: ["kari"] });
    expect(match("Åse Vik")).toEqual({ kind: "doubtful", tickets: ["aase"] });
    expect(match("iPad")).toEqual({ kind: "unknown" });
    expect(match("Kari Hansen")).toEqual({ kind: "unknown" });
  });

  it("gives nobody two rows by name, nor a name to whom an address has found", () => {
    const rows = ["Kari Nordmann", "Nordmann, Kari"].map((name) => ({ name, email: null, minutes: 1 }));
    expect(matchReport(rows, listed).map(({ kind }) => kind)).toEqual(["doubtful", "doubtful"]);
    const both = [
      { name: "x", email: "anne@stord.example", minutes: 1 },
      { name: "Anne Berg", email: null, minutes: 1 },
    ];
    expect(matchReport(both, listed)[1]).toEqual({ kind: "matched", by: "name", ticket: "anne2" });
  });
});
