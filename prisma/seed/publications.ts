import type { PublicationKind } from "~/domain/publications/kinds";
import { keepPublication } from "~/features/publications/keep-publication.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Said = { kind: PublicationKind; title: string; day: string; place: string; author: string; link?: string } & {
  /** The name of the actor it is from. */
  actor?: string;
  text?: string;
  open?: true;
};

/** What has been said elsewhere, by region. */
const said: Record<string, Said[]> = {
  vestland: [
    {
      kind: "talk",
      title: "Slik byggjer vi støtteapparatet saman",
      day: "2021-05-19",
      place: "Kommunedirektørsamling, Førde",
      author: "Prosjektleiar",
      actor: "Statsforvaltaren (SFVL)",
      text: "Innlegget viste korleis **tre partar** deler på arbeidet:\n\n- Statsforvaltaren koordinerer\n- USHT driv nettverka\n- KS held webinara",
      open: true,
    },
    {
      kind: "op_ed",
      title: "Ein god alderdom startar med å spørje",
      day: "2021-10-01",
      place: "Lokalavisene i fylket",
      author: "Leiar",
      actor: "Fylkeseldrerådet",
      link: "https://avis.example/meiningar/ein-god-alderdom",
      open: true,
    },
    {
      kind: "podcast",
      title: "Måltidet som møteplass",
      day: "2022-03-16",
      place: "Podkasten til utviklingssenteret",
      author: "Rådgjevar",
      actor: "USHT",
      link: "https://podkast.example/maltidet",
      open: true,
    },
    {
      kind: "web_story",
      title: "Referat frå arbeidsgruppa",
      day: "2022-04-06",
      place: "Intranettet",
      author: "Koordinator",
      actor: "Statsforvaltaren (SFVL)",
    },
  ],
  vestregionen: [
    {
      kind: "interview",
      title: "Velferdsteknologi på tvers av elleve kommuner",
      day: "2022-02-09",
      place: "Fagbladet for kommunehelse",
      author: "Leder, fagrådet",
      actor: "Fagrådet for helse og velferd",
      link: "https://fagblad.example/velferdsteknologi",
      open: true,
    },
    {
      kind: "web_story",
      title: "Ny handlingsplan er vedtatt",
      day: "2022-06-15",
      place: "Regionens nettsted",
      author: "Daglig leder",
      actor: "Sekretariatet",
      text: "Generalforsamlingen vedtok planen.",
    },
  ],
};

/** Logs it through the command a coordinator has. Throws when it refuses: the demo is then wrong. */
export async function seedPublications(db: RegionDb, slug: string): Promise<void> {
  const roles = [{ kind: "coordinator" as const, actorId: null, municipalityId: null }];
  for (const { actor, link = "", text = "", open = false, ...facts } of said[slug] ?? []) {
    const found = actor ? await db.actor.findFirst({ where: { name: actor } }) : null;
    const form = { ...facts, link, text, open, actorId: found?.id ?? null, planRowId: null, version: 0 };
    const kept = await keepPublication(db, { id: null, form, roles });
    if (!kept.ok) throw new Error(`The demo was refused: ${JSON.stringify(kept)}`);
  }
}
