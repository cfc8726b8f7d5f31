import type { Apparatus } from "./apparatus";

/** Vestregionen's secretariat, council and partners. */
export const vestregionen: Apparatus = {
  actors: [
    {
      name: "Sekretariatet",
      shortName: "SEKR",
      kind: "municipal",
      tier: "core",
      people: [
        { title: "Daglig leder", name: "Koordinator, sekretariatet", email: "koordinator@vestregionen.example" },
      ],
    },
    {
      name: "Fagrådet for helse og velferd",
      shortName: "FAGR",
      kind: "municipal",
      tier: "core",
      aliases: ["Fagrådet"],
      people: [
        {
          title: "Leder",
          name: "Leder, fagrådet for helse og velferd",
          email: "fagradet@vestregionen.example",
        },
      ],
    },
    {
      name: "Utviklingssenteret (USHT)",
      shortName: "USHT",
      kind: "development_centre",
      tier: "core",
      aliases: ["USHT Vest"],
    },
    { name: "Akershus fylkeskommune", shortName: "AFK", kind: "county", tier: "extended" },
    { name: "Buskerud fylkeskommune", shortName: "BFK", kind: "county", tier: "extended" },
    { name: "Statsforvalteren", shortName: "SF", kind: "state", tier: "extended" },
    { name: "Regionalt eldreråd", shortName: "ELDRE", kind: "user_council", tier: "extended" },
  ],
  groups: [
    {
      name: "Styringsgruppen",
      kind: "steering",
      purpose: "Ordførere og kommunedirektører. Møtes to ganger i året.",
      actor: null,
      members: [{ part: "leader", person: "koordinator@vestregionen.example", actor: "Sekretariatet" }],
    },
    {
      name: "Arbeidsgruppen for velferdsteknologi",
      kind: "working",
      purpose: "Forbereder fagdagen og følger nettverket.",
      actor: "Fagrådet for helse og velferd",
      members: [
        { part: "leader", person: "fagradet@vestregionen.example", actor: "Fagrådet for helse og velferd" },
        { actor: "Utviklingssenteret (USHT)" },
      ],
    },
  ],
  leader: { name: "Nettverksleder, USHT", email: "nettverksleder@usht.example", actor: "Utviklingssenteret (USHT)" },
  audience: "Alle kontaktpersoner",
  networks: {
    since: "2021-01-01",
    members: [{ areas: ["Vestregionen"], names: ["Nettverk for velferdsteknologi", "Nettverk for kontaktpersoner"] }],
    open: ["Nettverk for velferdsteknologi", "Nettverk for mat og måltider"],
  },
  counties: { area: "Vestregionen", names: ["Akershus fylkeskommune", "Buskerud fylkeskommune"] },
};
