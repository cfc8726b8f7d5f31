import type { Apparatus } from "./apparatus";

const office = (title: string, place: string, address: string) => ({
  title,
  name: `${title}, ${place}`,
  email: `${address}.example`,
});

/** Vestland's support apparatus: three parties, the others in its extended form, and some outside it who run networks. */
export const vestland: Apparatus = {
  actors: [
    {
      name: "Statsforvaltaren (SFVL)",
      shortName: "SFVL",
      kind: "state",
      tier: "core",
      aliases: ["Statsforvaltaren", "Statsforvaltaren i Vestland", "Statsforvaltar", "Fylkesmannen"],
      people: [
        { title: "Prosjektleiar", name: "Koordinator, Statsforvaltaren", email: "koordinator@vestland.example" },
        office("Fagansvarleg for helse", "Statsforvaltaren", "helse@vestland"),
        office("Seniorrådgjevar plan", "Statsforvaltaren", "plan@vestland"),
      ],
    },
    {
      name: "KS",
      shortName: "KS",
      kind: "association",
      tier: "core",
      aliases: ["KS Vestland"],
      people: [{ title: "Rådgjevar", name: "Rådgjevar, KS", email: "radgjevar@ks.example" }],
    },
    {
      name: "USHT",
      shortName: "USHT",
      kind: "development_centre",
      tier: "core",
      aliases: ["Utviklingssenter for sjukeheimar og heimetenester"],
      units: [
        {
          name: "USHT Vestland (Sogn og Fjordane)",
          shortName: "USHT S&Fj",
          aliases: ["USHT Vestland (S & Fj)", "USHT Vestland (S&Fj)", "USHT Sogn og Fjordane"],
          people: [office("Leiar", "USHT Vestland (Sogn og Fjordane)", "leiar.sfj@usht")],
        },
        {
          name: "USHT Vestland (Hordaland)",
          shortName: "USHT Hord",
          aliases: ["USHT Hordaland"],
          people: [office("Leiar", "USHT Vestland (Hordaland)", "leiar.hordaland@usht")],
        },
        {
          name: "USHT Helse Fonna",
          shortName: "USHT Fonna",
          people: [office("Leiar", "USHT Helse Fonna", "leiar.fonna@usht")],
        },
      ],
    },
    {
      name: "Fylkeseldrerådet",
      shortName: "FER",
      kind: "user_council",
      tier: "extended",
      people: [office("Leiar", "Fylkeseldrerådet", "leiar@eldreraad")],
    },
    {
      name: "Senter for omsorgsforskning",
      shortName: "SOF",
      kind: "research",
      tier: "extended",
      aliases: ["Senter for omsorgsforskning Vest"],
      people: [office("Forskingsleiar", "Senter for omsorgsforskning", "leiar@omsorgsforskning")],
    },
    {
      name: "Fylkeskommune",
      shortName: "VLFK",
      kind: "county",
      tier: "extended",
      aliases: ["Vestland fylkeskommune", "Fylkeskommunen"],
      people: [office("Rådgjevar tannhelse", "Vestland fylkeskommune", "tannhelse@fylkeskommune")],
    },
    { name: "Husbanken", shortName: "HB", kind: "state", tier: "extended" },
    { name: "Helseføretaka", shortName: "HF", kind: "health_trust", tier: "extended" },
    { name: "Senter for aldersvennlig Norge", shortName: "SAN", kind: "state", tier: "outside" },
    { name: "Folkehelseinstituttet", shortName: "FHI", kind: "state", tier: "outside" },
    {
      name: "Senter for medisinsk etikk",
      shortName: "SME",
      kind: "research",
      tier: "outside",
      aliases: ["SME(Senter for medisinsk etikk)"],
    },
    {
      name: "Helse Fonna",
      shortName: "H Fonna",
      kind: "health_trust",
      tier: "outside",
      aliases: ["Helse Fonna helseføretak"],
    },
  ],
  groups: [
    {
      name: "Prosjektgruppa",
      kind: "project",
      purpose: "Arbeider med reforma hos Statsforvaltaren, på tvers av avdelingane.",
      actor: "Statsforvaltaren (SFVL)",
      aliases: ["Prosjektgruppe", "SFVL (prosjektgruppe)"],
      members: [
        { part: "leader", person: "koordinator@vestland.example" },
        { person: "helse@vestland.example" },
        { person: "plan@vestland.example" },
      ],
    },
    {
      name: "Koordineringsgruppa",
      kind: "coordination",
      purpose: "Støtteapparatet i utvida form. Møtest 3–4 gonger i året.",
      actor: null,
      aliases: ["Regionalt støtteapparat", "Utvida regionalt støtteapparat", "Regionalt støt-teapparat"],
      members: [
        { part: "leader", person: "koordinator@vestland.example", actor: "Statsforvaltaren (SFVL)" },
        { person: "radgjevar@ks.example", actor: "KS" },
        { person: "leiar.sfj@usht.example", actor: "USHT Vestland (Sogn og Fjordane)" },
        { person: "leiar.hordaland@usht.example", actor: "USHT Vestland (Hordaland)" },
        { person: "leiar.fonna@usht.example", actor: "USHT Helse Fonna" },
        { person: "leiar@eldreraad.example", actor: "Fylkeseldrerådet" },
        { person: "leiar@omsorgsforskning.example", actor: "Senter for omsorgsforskning" },
        { person: "tannhelse@fylkeskommune.example", actor: "Fylkeskommune" },
        { actor: "Husbanken" },
        { actor: "Helseføretaka" },
        { group: "Prosjektgruppa" },
      ],
    },
  ],
  leader: { name: "Nettverksleiar, USHT Helse Fonna", email: "nettverksleiar@usht.example", actor: "USHT Helse Fonna" },
  audience: "Alle kontaktpersonar",
  audiences: [
    {
      name: "Kontaktpersonar i Helse Fonna",
      area: "Helse Fonna",
      words: ["Kommunane i Helse Fonna-regionen", "Kommunane i Helse Fonna - regionen"],
    },
    { name: "Kontaktpersonar i Hordaland", area: "Hordaland", words: ["Kommunane i region Hordaland"] },
  ],
  networks: {
    since: "2021-01-01",
    members: [
      {
        areas: ["Helse Fonna"],
        names: [
          "Nettverk Aktiv Omsorg",
          "Nettverk besøk og terapihund",
          "Fagnettverk velferdsteknologi",
          "Eldre medisinsk nettverk",
        ],
      },
      {
        areas: ["Hordaland"],
        names: [
          "Nettverk Demensomsorgens ABC kommunekontakter",
          "Nettverk Mitt Livs ABC kommunekontakter",
          "Læringsnettverk Pasientsikkerhet – Leve Hele Livet",
        ],
      },
      { areas: ["Sogn og Fjordane"], names: ["Velferdsteknologi i Sogn og Fjordane", "ABC kommunekontaktar"] },
      { areas: ["Sogn og Fjordane", "Hordaland"], names: ["Nettverk kommunekontaktar"] },
    ],
    open: [
      "Nettverk Aktiv Omsorg",
      "Nettverk besøk og terapihund",
      "Fagnettverk eldremedisin/eldreomsorg",
      "Velferdsteknologi i Sogn og Fjordane",
      "Nettverk Demensomsorgens ABC kommunekontakter",
    ],
  },
};
