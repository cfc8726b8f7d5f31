import { addDays } from "~/domain/shared/days";
import { addPart } from "~/features/cases/add-part.server";
import { makeMinutes } from "~/features/cases/make-minutes.server";
import { passOn } from "~/features/cases/pass-on.server";
import { settleCases } from "~/features/cases/postpone-item.server";
import { type NewCaseInput, queueCase } from "~/features/cases/queue-case.server";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { addStandingItems } from "~/features/cases/standing-items.server";
import { takeUpCases } from "~/features/cases/take-up-cases.server";
import { openMinutes } from "~/features/minutes/open-minutes.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Told = Omit<NewCaseInput, "bodyId"> & { parts?: [string, string[]][] };

/** What the council treated in the meeting that was: the outcome, the decision, and what is to be done. */
const treated: (Told & { outcome: "as_proposed" | "changed" | "noted"; decision: string; follow?: Follow[] })[] = [
  {
    title: "Felles anskaffelse av trygghetsteknologi",
    presentation:
      "Kommunene har i dag hver sin avtale, og fire av dem løper ut neste år. Sekretariatet har spurt leverandørene om hva en felles avtale ville koste.\n\nSpørsmålet var oppe første gang i 2017.",
    proposal: "Sekretariatet forbereder en felles anskaffelse og legger fram kostnadene for Styringsgruppen.",
    proposer: "Fagrådet for helse og velferd",
    outcome: "changed",
    decision:
      "Rådmannsgruppen anbefaler Styringsgruppen å forberede en felles anskaffelse. Kommuner med avtale ut neste år kan vente med å slutte seg til.",
    follow: [
      { words: "Innhente kostnadsoverslag fra to leverandører", days: -6 },
      { words: "Avklare hvilke kommuner som blir med fra start", days: 20 },
    ],
  },
  {
    title: "Status for prosjektene",
    kind: "information",
    presentation: "Prosjektlederne orienterer kort.",
    parts: [
      ["Kommunehelsesamarbeidet", ["Pasientforløp", "Styringsdata"]],
      ["Folkehelse", []],
      ["Kunst og kultur", []],
    ],
    outcome: "noted",
    decision: "Informasjonen tas til orientering.",
    follow: [{ words: "Sende styringsdata til alle kommunene", days: null }],
  },
];

type Follow = { words: string; days: number | null };

const queued: Told[] = [
  {
    title: "Videreføring av nettverket for velferdsteknologi",
    presentation:
      "Nettverket har tolv samlinger bak seg. Evalueringen viser at kommunene vil ha færre og lengre samlinger.",
    proposal: "Nettverket videreføres i to år med to samlinger i året.",
    proposer: "Utviklingssenteret (USHT)",
  },
  {
    title: "Søknad om midler til digital hjemmeoppfølging",
    proposal: "Sekretariatet utarbeider en felles søknad.",
    proposer: "Fagrådet for helse og velferd",
  },
  { title: "Studietur neste høst", kind: "information", proposer: "Sekretariatet" },
];

const live: Told[] = [
  {
    title: "Felles klimaregnskap for kommunene",
    presentation: "Kommunene fører klimaregnskap hver for seg. Sekretariatet foreslår én felles metode.",
    proposal: "Styringsgruppen slutter seg til en felles metode fra nyttår.",
    proposer: "Sekretariatet",
  },
  {
    title: "Kollektivtilbud på tvers av kommunegrensene",
    presentation: "Rådmannsgruppen ber om en vurdering av tilbudet mellom kommunesentrene.",
    proposal: "Sekretariatet utreder tilbudet sammen med fylkeskommunene.",
    proposer: "Rådmannsgruppen",
  },
  { title: "Orientering fra prosjektene", kind: "information", proposer: "Sekretariatet" },
];

/** A meeting that has been held, one that is held now, one to come with its agenda, and cases that wait, for a body that has one coming. */
export async function seedCases(db: RegionDb, { today }: { today: Date }): Promise<void> {
  const bodies = await db.governingBody.findMany({ select: { id: true, name: true, nextId: true } });
  const council = bodies.find(({ name }) => name === "Rådmannsgruppen");
  const day = today.toISOString().slice(0, 10);
  if (!council?.nextId) return;
  const number = await seedHeld(db, { bodyId: council.id, nextId: council.nextId, day: addDays(day, -33) });
  const coming = await db.minutes.findFirst({
    where: { bodyId: council.id, day: { gt: today }, state: "planned" },
    orderBy: { day: "asc" },
  });
  const queue = async (told: Told) => {
    const id = await put(db, council.id, told);
    return id;
  };
  if (coming) {
    await addStandingItems(db, coming.id);
    const caseIds = [
      await queue({
        title: "Budsjett for samarbeidet neste år",
        presentation: `Forslaget bygger på kontingenten slik den er i dag. Det er ikke satt av midler til en felles anskaffelse, jf. sak ${number}.\n\n| Post | Kroner |\n|---|---|\n| Kontingent | 4 600 000 |\n| Prosjektmidler | 3 100 000 |`,
        proposal: "Budsjettet anbefales og sendes Styringsgruppen.",
        proposer: "Sekretariatet",
        wantedBy: addDays(day, 20),
      }),
      await queue({
        title: "Personalsak i sekretariatet",
        presentation: "Saken gjelder en ansatts arbeidsvilkår.",
        proposal: "Sekretariatets innstilling vedtas.",
        closed: true,
        legalBasis: "offl. § 13 jf. fvl. § 13",
        proposer: "Sekretariatet",
      }),
      await queue({
        title: "Prosjekter i prioriterte innsatsområder",
        kind: "information",
        presentation: "Prosjektlederne orienterer.",
        parts: [
          ["Kommunehelsesamarbeidet", ["Utviklingsplanen til helseforetaket", "Psykisk helse og rus"]],
          ["Folkehelse", []],
          ["Brukerstyrt personlig assistanse", ["Kontroll av lønns- og arbeidsvilkår"]],
          ["Regional utvikling", ["Elektriske delesykler"]],
        ],
      }),
    ];
    await takeUpCases(db, { minutesId: coming.id, caseIds });
    await setAgenda(db, { minutesId: coming.id });
  }
  await seedLive(db, { bodyId: council.nextId, day, now: today });
  for (const [at, told] of queued.entries()) await queue({ ...told, ...(at === 1 && { wantedBy: addDays(day, -3) }) });
}

/** A meeting that is held now: its members are there but one, the first case is decided and the others are to come. */
async function seedLive(db: RegionDb, { bodyId, day, now }: { bodyId: string; day: string; now: Date }): Promise<void> {
  const made = await makeMinutes(db, { bodyId, day, from: 480, to: 960, place: "Drammen rådhus" });
  if (!made.ok) return;
  const caseIds: string[] = [];
  for (const told of live) caseIds.push(await put(db, bodyId, told));
  await takeUpCases(db, { minutesId: made.id, caseIds });
  await setAgenda(db, { minutesId: made.id });
  await db.minutes.updateMany({
    where: { id: made.id },
    data: { noticeAt: new Date(`${addDays(day, -8)}T08:30:00Z`) },
  });
  await openMinutes(db, { minutesId: made.id, now });
  const seats = await db.presence.findMany({ where: { minutesId: made.id }, orderBy: { position: "asc" } });
  for (const [at, { id }] of seats.entries())
    await db.presence.updateMany({
      where: { id },
      data: at === 2 ? { state: "absent", reason: "Annet møte" } : { state: "present" },
    });
  const first = { minutesId: made.id, caseId: caseIds[0] ?? "" };
  const decided = { outcome: "as_proposed" as const, decision: live[0]?.proposal ?? "", unanimous: true };
  await db.agendaItem.updateMany({ where: first, data: decided });
}

async function put(db: RegionDb, bodyId: string, { parts = [], ...told }: Told): Promise<string> {
  const made = await queueCase(db, { ...told, bodyId });
  if (!made.ok) throw new Error(`The demo's case was refused: ${made.reason}`);
  for (const [title, bullets] of parts) {
    const part = await addPart(db, { caseId: made.id, lettered: true, title });
    for (const bullet of bullets) if (part.ok) await addPart(db, { caseId: part.id, lettered: false, title: bullet });
  }
  return made.id;
}

/** The meeting that has been held. Returns the number of its first case. */
async function seedHeld(db: RegionDb, { bodyId, nextId, day }: { bodyId: string; nextId: string; day: string }) {
  const made = await makeMinutes(db, { bodyId, day, from: 540, to: 690, place: "Drammen rådhus" });
  if (!made.ok) throw new Error(`The demo's meeting was refused: ${made.reason}`);
  const caseIds: string[] = [];
  for (const { outcome: _outcome, decision: _decision, follow: _follow, ...told } of treated)
    caseIds.push(await put(db, bodyId, told));
  await takeUpCases(db, { minutesId: made.id, caseIds });
  await setAgenda(db, { minutesId: made.id });
  await db.minutes.updateMany({
    where: { id: made.id },
    data: {
      noticeAt: new Date(`${addDays(day, -8)}T08:30:00Z`),
      state: "remarks",
      remarksBy: new Date(addDays(day, 40)),
    },
  });
  const items = await db.agendaItem.findMany({
    where: { minutesId: made.id },
    select: { id: true, number: true, year: true, caseId: true, case: { select: { kind: true } } },
    orderBy: { position: "asc" },
  });
  for (const item of items) {
    const at = caseIds.indexOf(item.caseId);
    const told = treated[at];
    const opening = item.case.kind === "opening";
    const outcome = told?.outcome ?? (opening ? ("as_proposed" as const) : ("noted" as const));
    const decision = told?.decision ?? (opening ? "Godkjent." : "Informasjonen tas til orientering.");
    await db.agendaItem.updateMany({ where: { id: item.id }, data: { outcome, decision, unanimous: true } });
    await db.followUp.createMany({
      data: (told?.follow ?? []).map(({ words, days }, position) => ({
        itemId: item.id,
        position: position + 1,
        words,
        responsible: "Sekretariatet",
        dueOn: days === null ? null : new Date(addDays(day, 33 + days)),
      })),
    });
    if (at === 0) await passOn(db, { itemId: item.id, bodyId: nextId });
  }
  await settleCases(db, made.id);
  const first = items.find(({ caseId }) => caseId === caseIds[0]);
  return `${String(first?.number ?? 1).padStart(2, "0")}/${first?.year}`;
}
