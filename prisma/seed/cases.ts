import { addDays } from "~/domain/shared/days";
import { addPart } from "~/features/cases/add-part.server";
import { makeMinutes } from "~/features/cases/make-minutes.server";
import { passOn } from "~/features/cases/pass-on.server";
import { settleCases } from "~/features/cases/postpone-item.server";
import { type NewCaseInput, queueCase } from "~/features/cases/queue-case.server";
import { setAgenda } from "~/features/cases/set-agenda.server";
import { addStandingItems } from "~/features/cases/standing-items.server";
import { takeUpCases } from "~/features/cases/take-up-cases.server";
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

/** A meeting that has been held, one to come with its agenda, and cases that wait, for a body that has one coming. */
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
  for (const [at, told] of queued.entries()) await queue({ ...told, ...(at === 1 && { wantedBy: addDays(day, -3) }) });
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
    data: { noticeAt: new Date(addDays(day, -8)), state: "remarks", remarksBy: new Date(addDays(day, 40)) },
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
