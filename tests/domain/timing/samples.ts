import type { Cadence, Precision, Timing, Window } from "~/domain/timing";

export const year = (from: number, to = from) => ({ from: `${from}-01-01`, to: `${to}-12-31` });
export const plan = year(2021);

type Expected = Pick<Timing, "kind" | "windows" | "cadences" | "unparsed">;
const window = (from: string, to: string, precision: Precision, time?: string): Window => ({
  from,
  to,
  precision,
  ...(time && { time }),
});
const day = (date: string, time?: string) => window(date, date, "day", time);
const month = (y: number, first: string, last: string) => window(`${y}-${first}`, `${y}-${last}`, "month");
const spring = (y: number) => window(`${y}-03-01`, `${y}-05-31`, "season");
const summer = (y: number) => window(`${y}-06-01`, `${y}-08-31`, "season");
const autumn = (y: number) => window(`${y}-09-01`, `${y}-11-30`, "season");
const quarter = (from: string, to: string) => window(from, to, "quarter");
const every = (per: Cadence["per"], min = 1, max = min): Cadence => ({ min, max, per });
const over = (months: number, n: number): Cadence => ({ min: n, max: n, per: "period", months });

const dated = (windows: Window[], unparsed: string[] = []): Expected => ({
  kind: "dated",
  windows,
  cadences: [],
  unparsed,
});
const recurring = (cadences: Cadence[], unparsed: string[] = []): Expected => ({
  kind: "recurring",
  windows: [],
  cadences,
  unparsed,
});
const plain = (kind: Timing["kind"], unparsed: string[] = []): Expected => ({
  kind,
  windows: [],
  cadences: [],
  unparsed,
});
const mixed = (windows: Window[], cadences: Cadence[], unparsed: string[] = []): Expected => ({
  kind: "mixed",
  windows,
  cadences,
  unparsed,
});
const letters = [month(2022, "03-01", "04-30"), month(2022, "11-01", "11-30")];
const bothLetters = [...letters, month(2023, "03-01", "04-30"), month(2023, "11-01", "11-30")];

export type Row = [text: string, expected: Expected, period?: { from: string; to: string }];

/** The samples of the grammar. */
export const samples: Row[] = [
  ["Fortløpande", plain("continuous")],
  ["Etter oppmoding frå kommunane ved behov", plain("on-demand")],
  ["Når invitasjon foreligger", plain("on-demand")],
  ["18. februar, Haust -21", dated([day("2021-02-18"), autumn(2021)])],
  ["29. april - 21", dated([day("2021-04-29")])],
  ["Mai/juni + november", dated([month(2021, "05-01", "06-30"), month(2021, "11-01", "11-30")])],
  ["26.05.21", dated([day("2021-05-26")])],
  ["Sommer", dated([summer(2021)])],
  ["Vår/haust 2022+2023", dated([spring(2022), autumn(2022), spring(2023), autumn(2023)]), year(2022, 2023)],
  ["Mars/april + november", dated(bothLetters), year(2022, 2023)],
  ["Q1 + Q2", dated([quarter("2017-01-01", "2017-03-31"), quarter("2017-04-01", "2017-06-30")]), year(2017)],
  ["Q1 – Q4", dated([quarter("2017-01-01", "2017-12-31")]), year(2017)],
  ["Q1-15 - Q4-17", dated([quarter("2015-01-01", "2017-12-31")]), year(2017)],
  ["Q1- 16 Q4-16", dated([quarter("2016-01-01", "2016-03-31"), quarter("2016-10-01", "2016-12-31")]), year(2017)],
  ["Årleg", recurring([every("year")])],
  ["2-3 gangar pr. år", recurring([every("year", 2, 3)])],
  ["to samlingar i året og eiga Facebook-gruppe", recurring([every("year", 2)], ["eiga Facebook-gruppe"])],
  ["4 samlingar over 18 mnd.", recurring([over(18, 4)])],
  ["Månadlege møtepunkt (møter, workshop, samlingar)", recurring([every("month")])],
  ["kvartalsvis", recurring([every("quarter")])],
  ["Transport ;haust -21", dated([autumn(2021)], ["Transport"])],
  ["i god tid", plain("unknown", ["i god tid"])],
  ["Haus 2022 / 2023", dated([autumn(2022), autumn(2023)]), year(2022, 2023)],
  ["To regionale samlingar og ei fellessamling", recurring([every("period", 2), every("period")])],
];

/** Cells of a real plan and its networks that are not samples. */
export const cells: Row[] = [
  ["", plain("unknown")],
  [" \u00a0\n", plain("unknown")],
  ["Q1", dated([quarter("2017-01-01", "2017-03-31")]), year(2017)],
  ["Q2", dated([quarter("2017-04-01", "2017-06-30")]), year(2017)],
  ["Q3", dated([quarter("2017-07-01", "2017-09-30")]), year(2017)],
  ["Q4", dated([quarter("2017-10-01", "2017-12-31")]), year(2017)],
  ["Q1 – Q2", dated([quarter("2017-01-01", "2017-06-30")]), year(2017)],
  ["Q1 - Q3", dated([quarter("2017-01-01", "2017-09-30")]), year(2017)],
  ["Q1 og Q2", dated([quarter("2017-01-01", "2017-03-31"), quarter("2017-04-01", "2017-06-30")]), year(2017)],
  ["Q2 + Q3", dated([quarter("2017-04-01", "2017-06-30"), quarter("2017-07-01", "2017-09-30")]), year(2017)],
  ["Q2 + Q4", dated([quarter("2017-04-01", "2017-06-30"), quarter("2017-10-01", "2017-12-31")]), year(2017)],
  ["Q4-17", dated([quarter("2017-10-01", "2017-12-31")]), year(2017)],
  ["Q1- 17 Q4-17", dated([quarter("2017-01-01", "2017-03-31"), quarter("2017-10-01", "2017-12-31")]), year(2017)],
  ["Q1-15 Q4-17", dated([quarter("2015-01-01", "2015-03-31"), quarter("2017-10-01", "2017-12-31")]), year(2017)],
  ["Løpende", plain("continuous"), year(2017)],
  ["Møte 3-4 gangar i året", recurring([every("year", 3, 4)])],
  ["Etter oppmoding frå kommunane", plain("on-demand")],
  ["Kontinuerleg", plain("continuous")],
  ["Mat og måltid 29. april - 21", dated([day("2021-04-29")], ["Mat og måltid"])],
  ["Haust 2021", dated([autumn(2021)])],
  [
    "Analyseverktøy; 18. Mars Transport ;haust -21",
    dated([day("2021-03-18"), autumn(2021)], ["Analyseverktøy", "Transport"]),
  ],
  ["April 2021", dated([month(2021, "04-01", "04-30")])],
  ["14. april 2021", dated([day("2021-04-14")])],
  ["20.april 2021", dated([day("2021-04-20")])],
  ["Haust -21", dated([autumn(2021)])],
  ["Mai 2021", dated([month(2021, "05-01", "05-31")])],
  ["Mai", dated([month(2021, "05-01", "05-31")])],
  ["8.juni", dated([day("2021-06-08")])],
  ["9. juni 2021", dated([day("2021-06-09")])],
  ["Etter behov", plain("on-demand"), year(2022, 2023)],
  ["Samlinger 1 gang i året", recurring([every("year")])],
  ["fire samlingar i året", recurring([every("year", 4)])],
  ["Rettleiing mellom samlingane", plain("unknown", ["Rettleiing mellom samlingane"])],
  ["4 samlingar over 18 mnd. Rettleiing mellom samlingane", recurring([over(18, 4)], ["Rettleiing mellom samlingane"])],
  [
    "To fagdagar / år. Ei samling for ressurspersonar",
    recurring([every("year", 2), every("period")], ["for ressurspersonar"]),
  ],
  ["To regionale samlingar og ei fellessamli ng", recurring([every("period", 2), every("period")])],
];

export const rules: Record<string, Row[]> = {
  "1: case, space, dashes, spelling": [
    ["  HØST   —  21 ", dated([autumn(2021)])],
    ["sommar", dated([summer(2021)])],
    ["1 gong pr månad", recurring([every("month")])],
    ["a\u030Arlig", recurring([every("year")])],
    ["kvart år og hvert år", recurring([every("year"), every("year")])],
    ["ukentlig", recurring([every("week")])],
    ["månadleg", recurring([every("month")])],
  ],
  "2: years": [
    ["november", dated([month(2020, "11-01", "11-30"), month(2021, "11-01", "11-30")]), year(2020, 2021)],
    ["mars og november", dated([month(2021, "11-01", "11-30")]), { from: "2021-06-01", to: "2021-12-31" }],
    ["mars", plain("dated"), { from: "2021-06-01", to: "2021-12-31" }],
    ["mars 2019", dated([month(2019, "03-01", "03-31")])],
    ["haust '22", dated([autumn(2022)])],
    ["vår, sommer og haust 2022", dated([spring(2022), summer(2022), autumn(2022)])],
    ["vår, haust; mai 2022", dated([spring(2021), autumn(2021), month(2022, "05-01", "05-31")])],
    ["vår 2022, haust", dated([autumn(2021), spring(2022)])],
    ["vinter", dated([window("2020-12-01", "2021-02-28", "season")])],
    ["vinter 2024", dated([window("2023-12-01", "2024-02-29", "season")])],
    ["vår 2022-2023", dated([spring(2022), spring(2023)])],
  ],
  "3: lists, neighbours and ranges": [
    ["Q1-15 Q4-17", dated([quarter("2015-01-01", "2015-03-31"), quarter("2017-10-01", "2017-12-31")])],
    ["Q1/Q2", dated([quarter("2021-01-01", "2021-06-30")])],
    ["vår & haust; mai", dated([spring(2021), month(2021, "05-01", "05-31"), autumn(2021)])],
    ["8.-24. september", dated([window("2021-09-08", "2021-09-24", "day")])],
    ["28. februar - 2. mars 2022", dated([window("2022-02-28", "2022-03-02", "day")])],
    ["mars-mai", dated([month(2021, "03-01", "05-31")])],
    ["desember/januar", dated([window("2021-12-01", "2022-01-31", "month")])],
    ["haust/vinter", dated([window("2021-09-01", "2022-02-28", "season")])],
    ["haust/vinter 2021", dated([window("2020-12-01", "2021-02-28", "season"), autumn(2021)])],
    ["november-januar 2022", dated([window("2021-11-01", "2022-01-31", "month")])],
    ["uke 10-12", dated([window("2021-03-08", "2021-03-28", "week")])],
    ["mai + mai", dated([month(2021, "05-01", "05-31")])],
  ],
  "4: units": [
    [
      "1. kvartal og 3. tertial",
      dated([quarter("2021-01-01", "2021-03-31"), window("2021-09-01", "2021-12-31", "tertial")]),
    ],
    ["første og andre kvartal", dated([quarter("2021-01-01", "2021-03-31"), quarter("2021-04-01", "2021-06-30")])],
    ["T1", dated([window("2021-01-01", "2021-04-30", "tertial")])],
    [
      "H1, 2. halvår",
      dated([window("2021-01-01", "2021-06-30", "half-year"), window("2021-07-01", "2021-12-31", "half-year")]),
    ],
    ["veke 53 2020", dated([window("2020-12-28", "2021-01-03", "week")])],
    ["uke 53 2021", plain("unknown", ["uke 53 2021"])],
    ["ultimo februar", dated([window("2021-02-21", "2021-02-28", "day")])],
    [
      "medio juni, tidleg i mars",
      dated([window("2021-03-01", "2021-03-10", "day"), window("2021-06-11", "2021-06-20", "day")]),
    ],
    ["tredje kvartal", dated([quarter("2021-07-01", "2021-09-30")])],
    ["uke 17", dated([window("2021-04-26", "2021-05-02", "week")])],
    ["før 1. mai", dated([window("2021-01-01", "2021-04-30", "day")])],
    ["primo mai", dated([window("2021-05-01", "2021-05-10", "day")])],
    ["midten av mai", dated([window("2021-05-11", "2021-05-20", "day")])],
    ["i slutten av februar", dated([window("2021-02-21", "2021-02-28", "day")])],
    ["2022", dated([window("2022-01-01", "2022-12-31", "year")])],
    ["2022–2024", dated([window("2022-01-01", "2024-12-31", "year")])],
    ["innen 1. mai", dated([window("2021-01-01", "2021-05-01", "day")])],
    ["innan mai", dated([month(2021, "02-01", "05-31")]), { from: "2021-02-01", to: "2021-12-31" }],
    ["før sommaren", dated([window("2021-01-01", "2021-05-31", "season")])],
    ["i løpet av hausten", dated([autumn(2021)])],
  ],
  "5: dates": [
    ["18.2.", dated([day("2021-02-18")])],
    ["18.02.2021", dated([day("2021-02-18")])],
    ["2021-02-18", dated([day("2021-02-18")])],
    ["2. og 3. november", dated([day("2021-11-02"), day("2021-11-03")])],
    ["7. september kl 19", dated([day("2021-09-07", "19:00")])],
    ["7. september, kl. 09.00 – 11.30", dated([day("2021-09-07", "09:00")])],
    ["torsdag 18. februar", dated([day("2021-02-18")])],
    ["Fredag 18. februar", dated([day("2021-02-18")], ["Fredag"])],
    ["31. februar", plain("unknown", ["31. februar"])],
    ["29. februar", plain("unknown", ["29. februar"])],
    ["2. og 31. november", dated([day("2021-11-02")], ["31. november"])],
    ["18.-20.05.2021", dated([window("2021-05-18", "2021-05-20", "day")])],
    ["18.02.0215", plain("unknown", ["18.02.0215"])],
    ["kl 25", plain("unknown", ["kl 25"])],
  ],
  "6: cadences": [
    ["hvert år", recurring([every("year")])],
    ["halvårlig", recurring([every("half-year")])],
    ["kvar veke", recurring([every("week")])],
    ["annenhver måned", recurring([every("year", 6)])],
    ["annakvart år", recurring([over(24, 1)])],
    ["annethvert år", recurring([over(24, 1)])],
    ["to fagdagar / år", recurring([every("year", 2)])],
    ["to webinar", recurring([every("period", 2)])],
    ["hvert tredje år", recurring([over(36, 1)])],
    ["to ganger i året", recurring([every("year", 2)])],
    ["3-4 møter i året", recurring([every("year", 3, 4)])],
    ["fire årlege nettverkssamlingar", recurring([every("year", 4)])],
    ["to gonger årleg", recurring([every("year", 2)])],
    ["tolv møter", recurring([every("period", 12)])],
    ["Haust -21, deretter årleg", mixed([autumn(2021)], [every("year")], ["deretter"])],
  ],
  "7: continuous and on demand": [
    ["heile året", plain("continuous")],
    ["gjennom året", plain("continuous")],
    ["etter avtale", plain("on-demand")],
    ["kontinuerlig, fortløpande", plain("continuous")],
    ["når tilskotsbrevet ligg føre", plain("on-demand")],
    ["Løpende, ved behov", plain("mixed")],
  ],
  "8: what is not understood": [
    ["febuar", dated([month(2021, "02-01", "02-28")])],
    ["jumi", plain("unknown", ["jumi"])],
    ["kommer seinare", plain("unknown", ["kommer seinare"])],
    ["sent", plain("unknown", ["sent"])],
    ["dårleg", plain("unknown", ["dårleg"])],
  ],
  "9: parentheses": [
    ["Konferanse (haust -21)", dated([autumn(2021)], ["Konferanse"])],
    ["Mai (Førde) og juni 2022", dated([month(2022, "05-01", "05-31"), month(2022, "06-01", "06-30")])],
    ["Mai (om mogleg)", dated([month(2021, "05-01", "05-31")])],
    ["mai (", dated([month(2021, "05-01", "05-31")])],
  ],
};
