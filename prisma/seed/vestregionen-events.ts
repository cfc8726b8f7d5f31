import type { DemoEvents, PastEvent } from "./events";

/** What Vestregionen holds: one of each kind to come, and what has been. */
export const vestregionenEvents: DemoEvents = {
  title: "Fagleder",
  events: [
    {
      kind: "meeting",
      title: "Møte med kommunenes kontaktpersoner",
      ...{ day: 17, start: "09:00", end: "11:00", place: "Asker" },
      joinLink: "https://mote.example/kontaktpersoner",
      actor: "Sekretariatet",
      way: "both",
      invited: { yes: 50, maybe: 10, no: 10 },
      programme: "09.00 Velkommen\n09.10 Nytt fra sekretariatet\n09.45 Runde i kommunene\n10.30 Veien videre",
    },
    {
      kind: "dialogue_meeting",
      title: "Dialogmøte om areal og transport",
      ...{ day: -28, start: "13:00", end: "15:00", place: "Drammen" },
      actor: "Sekretariatet",
      invited: { yes: 70, maybe: 5, no: 15 },
      came: 90,
    },
    {
      kind: "network_gathering",
      title: "Samling i nettverket for velferdsteknologi",
      ...{ day: 32, start: "09:00", end: "12:00", place: "Lier" },
      actor: "Utviklingssenteret (USHT)",
      network: "Nettverk for velferdsteknologi",
      open: true,
      invited: { yes: 45, maybe: 10, no: 10 },
    },
    {
      kind: "network_gathering",
      title: "Høstsamling for velferdsteknologi",
      ...{ day: -80, start: "09:00", end: "12:00", place: "Hole" },
      actor: "Utviklingssenteret (USHT)",
      network: "Nettverk for velferdsteknologi",
      invited: { yes: 70, maybe: 5, no: 15 },
      came: 80,
    },
    {
      kind: "webinar",
      title: "Trygg hjemme: erfaringer fra elleve kommuner",
      ...{ day: 11, start: "12:00", end: "13:00" },
      joinLink: "https://webinar.example/trygg-hjemme",
      ...{ actor: "Fagrådet for helse og velferd", open: true, language: "nb" },
      signUps: { mode: "open", capacity: 6, registered: 6, waiting: 2 },
    },
    {
      kind: "webinar",
      title: "Mat og måltider i hjemmetjenesten",
      ...{ day: -40, start: "12:00", end: "13:00" },
      joinLink: "https://webinar.example/mat",
      ...{ actor: "Fagrådet for helse og velferd", open: true, language: "nb" },
      signUps: { mode: "open", capacity: 50, registered: 9 },
      came: 80,
      recording: "https://opptak.example/mat-og-maltider",
    },
    {
      kind: "professional_day",
      title: "Fagdag: kultur som forebygging",
      ...{ day: 45, start: "09:30", end: "15:00", place: "Drammen" },
      ...{ actor: "Fagrådet for helse og velferd", open: true, language: "nb", asksNeeds: true },
      signUps: { mode: "open", capacity: 60, registered: 7 },
      programme:
        "09.30 Kaffe\n10.00 Kultur på resept\n12.00 Lunsj\n13.00 Verksted i kommunegrupper\n14.45 Oppsummering",
    },
    {
      kind: "conference",
      title: "Vestregionkonferansen",
      ...{ day: 110, start: "09:00", end: "16:00", place: "Bærum" },
      ...{ actor: "Sekretariatet", open: true, language: "nb" },
      signUps: { mode: "approval", capacity: 200, registered: 4, pending: 2 },
    },
    {
      kind: "podcast_recording",
      title: "Podkast: samarbeid vest for Oslo",
      ...{ day: 20, start: "10:00", end: "11:00", place: "Studio, Asker" },
      actor: "Sekretariatet",
    },
  ],
};

/** What was held the year before. */
export const vestregionenLastYear: PastEvent[] = [
  {
    ...{ on: "04-09", kind: "network_gathering", title: "Vårsamling for velferdsteknologi" },
    ...{ start: "09:00", end: "12:00", place: "Lier", actor: "Utviklingssenteret (USHT)" },
    ...{ network: "Nettverk for velferdsteknologi", invited: { yes: 70, maybe: 5, no: 15 }, came: 85 },
  },
  {
    ...{ on: "10-15", kind: "webinar", title: "Digitalt tilsyn: slik begynte vi", start: "12:00", end: "13:00" },
    ...{ joinLink: "https://webinar.example/digitalt-tilsyn", actor: "Fagrådet for helse og velferd" },
    language: "nb",
    signUps: { mode: "open", capacity: 50, registered: 8 },
    came: 80,
  },
];
