import type { DemoEvent, DemoEvents } from "./events";

const answers = { yes: 56, maybe: 9, no: 9 };

/** What Vestland's support apparatus holds: one of each kind to come, and what has been the last half year. */
export const vestlandEvents: DemoEvents = {
  title: "Fagleiar",
  publisher: { name: "Webinaransvarleg, KS", email: "webinar@ks.example", actor: "KS" },
  events: [
    {
      kind: "meeting",
      title: "Møte med kontaktpersonane i kommunane",
      ...{ day: 24, start: "09:00", end: "11:30", place: "Førde, møterom Jølster" },
      description: "Vi går gjennom kva som skjer i reforma det neste halvåret.\nTa med det de vil lære av naboen.",
      joinLink: "https://mote.example/kontaktpersonar",
      actor: "Statsforvaltaren (SFVL)",
      way: "both",
      asksNeeds: true,
      invited: answers,
      programme: [
        "09.00 Velkomen",
        "09.10 Kva skjer framover – Koordinator, Statsforvaltaren",
        "09.50 Slik gjorde vi det – Fagleiar, Kvam",
        "10.20 Pause",
        "10.35 Samtale i grupper",
        "11.20 Oppsummering",
      ].join("\n"),
    },
    {
      kind: "dialogue_meeting",
      title: "Dialogmøte om mat og måltid",
      ...{ day: 46, start: "10:00", end: "12:00", place: "Voss" },
      description: "Kommunane fortel kor dei står, og kva dei treng.",
      actor: "Statsforvaltaren (SFVL)",
    },
    {
      kind: "network_gathering",
      title: "Samling i Nettverk Aktiv Omsorg",
      ...{ day: 16, start: "09:30", end: "14:00", place: "Haugesund" },
      actor: "USHT Helse Fonna",
      network: "Nettverk Aktiv Omsorg",
      open: true,
      asksNeeds: true,
      invited: { yes: 40, maybe: 15, no: 10 },
      programme: "09.30 Kaffi og mingling\n10.00 Frivillige i kvardagen\n11.30 Lunsj\n12.15 Erfaringar frå kommunane",
    },
    {
      kind: "network_gathering",
      title: "Haustsamling i Nettverk Aktiv Omsorg",
      ...{ day: -62, start: "09:30", end: "14:00", place: "Stord" },
      actor: "USHT Helse Fonna",
      network: "Nettverk Aktiv Omsorg",
      invited: { yes: 70, maybe: 5, no: 15 },
      came: 90,
    },
    {
      kind: "network_gathering",
      title: "Vårsamling i Nettverk Aktiv Omsorg",
      ...{ day: -195, start: "09:30", end: "14:00", place: "Odda" },
      actor: "USHT Helse Fonna",
      network: "Nettverk Aktiv Omsorg",
      invited: { yes: 60, maybe: 10, no: 20 },
      came: 80,
    },
    {
      kind: "webinar",
      title: "Ernæring hos eldre som bur heime",
      ...{ day: 9, start: "12:00", end: "13:00" },
      description: "Korleis oppdagar vi at nokon et for lite, og kva gjer vi då?",
      joinLink: "https://webinar.example/ernaering",
      ...{ actor: "KS", open: true, language: "nn" },
      signUps: { mode: "open", capacity: 12, registered: 12, waiting: 4, question: "Kva vil du at vi tek opp?" },
    },
    {
      kind: "webinar",
      title: "Etisk refleksjon i kvardagen",
      ...{ day: 30, start: "12:00", end: "13:00" },
      joinLink: "https://webinar.example/etikk",
      ...{ actor: "KS", open: true, language: "nn" },
      signUps: { mode: "open", capacity: 200, registered: 17 },
    },
    {
      kind: "webinar",
      title: "Samanheng i tenestene",
      ...{ day: -18, start: "12:00", end: "13:00" },
      joinLink: "https://webinar.example/samanheng",
      ...{ actor: "KS", open: true, language: "nn" },
      signUps: { mode: "open", capacity: 100, registered: 24 },
      came: 75,
    },
    {
      kind: "webinar",
      title: "Aldersvenleg Noreg: kva kan ein liten kommune gjere?",
      ...{ day: -75, start: "12:00", end: "13:00" },
      joinLink: "https://webinar.example/aldersvenleg",
      ...{ actor: "KS", open: true, language: "nn" },
      signUps: { mode: "open", capacity: 100, registered: 19 },
      came: 80,
      recording: "https://opptak.example/aldersvenleg",
    },
    {
      kind: "webinar",
      title: "Tannhelse og ernæring",
      ...{ day: 58, start: "12:00", end: "13:00" },
      actor: "KS",
    },
    {
      kind: "professional_day",
      title: "Fagdag om velferdsteknologi",
      ...{ day: 38, start: "09:00", end: "15:00", place: "Bergen" },
      description: "For alle som arbeider med velferdsteknologi i kommunane, i salen eller på nett.",
      joinLink: "https://mote.example/fagdag",
      ...{ actor: "USHT Vestland (Hordaland)", open: true, language: "nn", way: "both", asksNeeds: true },
      signUps: { mode: "open", capacity: 80, capacityOnline: 200, registered: 21, question: "Kor arbeider du?" },
      programme: [
        "09.00 Velkomen – Leiar, USHT Vestland (Hordaland)",
        "09.15 Trygg heime med ny teknologi",
        "10.30 Kaffipause",
        "10.45 Verkstad: frå prosjekt til drift",
        "12.00 Lunsj",
        "13.00 Tre kommunar fortel",
        "14.45 Oppsummering",
      ].join("\n"),
    },
    {
      kind: "conference",
      title: "Erfaringskonferanse: gode døme frå kommunane",
      ...{ day: 80, start: "10:00", end: "16:00", place: "Loen" },
      ...{ actor: "Statsforvaltaren (SFVL)", open: true, language: "nn", asksNeeds: true },
      signUps: { mode: "approval", capacity: 150, registered: 8, pending: 3 },
    },
    {
      kind: "podcast_recording",
      title: "Podkast: måltidet som møteplass",
      ...{ day: 12, start: "10:00", end: "11:00", place: "Studio, Bergen" },
      actor: "USHT Vestland (Hordaland)",
    },
    {
      kind: "dialogue_meeting",
      title: "Dialogmøte om aktivitet og fellesskap",
      ...{ day: -35, start: "10:00", end: "12:00", place: "Sogndal" },
      actor: "Statsforvaltaren (SFVL)",
      invited: { yes: 65, maybe: 5, no: 12 },
      came: 85,
    },
  ],
};

type PastEvent = Omit<DemoEvent, "day"> & { on: string };

/** What was held the year before, month and day: enough for a report of that year to count. */
const lastYear: PastEvent[] = [
  {
    ...{ on: "02-11", kind: "webinar", title: "Måltidsmiljø i sjukeheimen", start: "12:00", end: "13:00" },
    ...{ joinLink: "https://webinar.example/maltidsmiljo", actor: "KS", language: "nn" },
    signUps: { mode: "open", capacity: 100, registered: 27 },
    came: 80,
  },
  {
    ...{ on: "03-19", kind: "network_gathering", title: "Samling om frivillige i kvardagen" },
    ...{ start: "09:30", end: "14:00", place: "Haugesund", actor: "USHT Helse Fonna" },
    ...{ network: "Nettverk Aktiv Omsorg", invited: { yes: 65, maybe: 5, no: 15 }, came: 85 },
  },
  {
    ...{ on: "05-14", kind: "dialogue_meeting", title: "Dialogmøte om overgangar mellom sjukehus og kommune" },
    ...{ start: "10:00", end: "12:00", place: "Førde", actor: "Statsforvaltaren (SFVL)" },
    ...{ invited: { yes: 60, maybe: 8, no: 14 }, came: 85 },
  },
  {
    ...{ on: "09-17", kind: "professional_day", title: "Fagdag om førebyggjande heimebesøk" },
    ...{ start: "09:00", end: "15:00", place: "Bergen", actor: "USHT Vestland (Hordaland)" },
    signUps: { mode: "open", capacity: 80, registered: 31 },
    came: 90,
  },
  {
    ...{ on: "10-22", kind: "network_gathering", title: "Eksempelsamling i Nettverk Aktiv Omsorg" },
    ...{ start: "09:30", end: "14:00", place: "Stord", actor: "USHT Helse Fonna" },
    ...{ network: "Nettverk Aktiv Omsorg", invited: { yes: 75, maybe: 5, no: 10 }, came: 90 },
  },
  {
    ...{ on: "11-12", kind: "webinar", title: "Velferdsteknologi heime", start: "12:00", end: "13:00" },
    ...{ joinLink: "https://webinar.example/velferdsteknologi", actor: "KS", language: "nn" },
    signUps: { mode: "open", capacity: 100, registered: 22 },
    came: 70,
  },
];

/** What Vestland holds and has held, with the year before `today`. */
export function vestlandEventsOn(today: Date): DemoEvents {
  const year = today.getUTCFullYear() - 1;
  const past = lastYear.map(({ on, ...event }): DemoEvent => {
    const day = Math.round((Date.parse(`${year}-${on}`) - today.getTime()) / 86_400_000);
    return { ...event, day };
  });
  return { ...vestlandEvents, events: [...vestlandEvents.events, ...past] };
}
