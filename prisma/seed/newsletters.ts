import type { Words } from "~/domain/newsletters/words";
import { nextOpening } from "~/domain/regions/office-hours";
import { approveIssue } from "~/features/newsletters/approve-issue.server";
import { keepNewsletter } from "~/features/newsletters/keep-newsletter.server";
import { keepNote } from "~/features/newsletters/keep-note.server";
import { makeIssue } from "~/features/newsletters/make-issue.server";
import { sendIssue } from "~/features/newsletters/send-issue.server";
import { officeHoursOf } from "~/features/regions/office-hours.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Text = { heading: Words; body: Words; link?: string; linkLabel?: Words };

type Written = {
  /** Days from today; negative: it was sent then. Or month and day of the year before. */
  day: number | string;
  subject: Words;
  introduction: Words;
  texts: Text[];
};

type Told = {
  name: string;
  description: string;
  toNetworkMembers: boolean;
  /** Addresses of those who write it beside the coordinator. */
  editors: string[];
  sent: Written[];
  draft: Written;
  notes: { actor: string; kind: "note" | "news"; heading: Words; body: Words; link?: string }[];
};

/** The newsletters of the demo: what has gone out, what is being written, and what actors want in it, by region. */
const told: Record<string, Told> = {
  vestland: {
    name: "Nytt frå støtteapparatet",
    description:
      "Det som skjer i støtteapparatet for Leve heile livet: arrangement, opptak og erfaringar frå kommunane.",
    toNetworkMembers: true,
    editors: ["nettverksleiar@usht.example", "webinar@ks.example"],
    sent: [
      {
        day: "03-26",
        subject: { nn: "Vårnytt frå støtteapparatet", nb: "Vårnytt fra støtteapparatet" },
        introduction: {
          nn: "Vintersamlingane er haldne, og dialogmøta er i gang. Takk til alle som tok imot oss.",
          nb: "Vintersamlingene er holdt, og dialogmøtene er i gang. Takk til alle som tok imot oss.",
        },
        texts: [
          {
            heading: { nn: "Måltidsmiljø: opptaket ligg ute", nb: "Måltidsmiljø: opptaket ligger ute" },
            body: {
              nn: "De som ikkje kunne vere med på webinaret, kan sjå det når det passar.",
              nb: "Dere som ikke kunne være med på webinaret, kan se det når det passer.",
            },
          },
        ],
      },
      {
        day: -58,
        subject: { nn: "Haustnytt frå støtteapparatet", nb: "Høstnytt fra støtteapparatet" },
        introduction: {
          nn: "Hausten er her, og kommunane er i gang att etter sommaren. I dette brevet finn de kva som skjer dei neste vekene, og kvar de kan få hjelp.\n\nHar de noko de vil dele? **Send oss eit innspel**, så tek vi det med neste gong.",
          nb: "Høsten er her, og kommunene er i gang igjen etter sommeren. I dette brevet finner dere hva som skjer de neste ukene, og hvor dere kan få hjelp.\n\nHar dere noe dere vil dele? **Send oss et innspill**, så tar vi det med neste gang.",
        },
        texts: [
          {
            heading: { nn: "Nettverka er opne for fleire", nb: "Nettverkene er åpne for flere" },
            body: {
              nn: "Kommunar som ikkje er med i eit nettverk enno, kan bli med når som helst:\n\n- meld frå til den som driv nettverket\n- kom på ei samling og sjå\n- ta med ein kollega",
              nb: "Kommuner som ikke er med i et nettverk ennå, kan bli med når som helst:\n\n- si fra til den som driver nettverket\n- kom på en samling og se\n- ta med en kollega",
            },
          },
          {
            heading: { nn: "Dialogmøta held fram", nb: "Dialogmøtene fortsetter" },
            body: {
              nn: "Vi kjem ut til dei kommunane som ønskjer det. Seier de frå i god tid, finn vi ein dag som passar for alle tre partar.",
              nb: "Vi kommer ut til de kommunene som ønsker det. Sier dere fra i god tid, finner vi en dag som passer for alle tre parter.",
            },
          },
        ],
      },
    ],
    draft: {
      day: 12,
      subject: { nn: "Fram mot jul", nb: "Fram mot jul" },
      introduction: {
        nn: "Det nærmar seg jul, og mange av oss ser tilbake på eit år med mykje nytt. Takk for alle erfaringane de har delt.\n\nI dette brevet finn de det som skjer før nyttår.",
      },
      texts: [],
    },
    notes: [
      {
        actor: "KS",
        kind: "note",
        heading: { nn: "Tre webinar de kan sjå når det passar" },
        body: { nn: "Opptaka frå hausten ligg ute. Bruk dei gjerne på eit personalmøte." },
      },
      {
        actor: "USHT Vestland (Hordaland)",
        kind: "news",
        heading: { nn: "Ny rettleiar om måltid for eldre" },
        body: { nn: "Rettleiaren har døme frå små og store kommunar." },
        link: "https://rettleiar.example/maltid",
      },
    ],
  },
  vestregionen: {
    name: "Nytt fra Vestregionen",
    description: "Om samarbeidet mellom kommunene vest for Oslo.",
    toNetworkMembers: false,
    editors: [],
    sent: [],
    draft: {
      day: 9,
      subject: { nb: "Vinternytt", nn: "Vinternytt" },
      introduction: {
        nb: "Handlingsplanen er vedtatt, og arbeidet er i gang. Her er det som skjer de neste ukene.",
        nn: "Handlingsplanen er vedteken, og arbeidet er i gang. Her er det som skjer dei neste vekene.",
      },
      texts: [
        {
          heading: { nb: "Nettverk for velferdsteknologi", nn: "Nettverk for velferdsteknologi" },
          body: {
            nb: "Elleve kommuner deler erfaringer om trygghetsteknologi. Ta kontakt med sekretariatet om dere vil være med.",
            nn: "Elleve kommunar deler erfaringar om tryggleiksteknologi. Ta kontakt med sekretariatet om de vil vere med.",
          },
        },
      ],
    },
    notes: [],
  },
};

const dayMs = 24 * 3_600_000;

/** Throws when a command refuses: the demo is then wrong. */
function done<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result)}`);
  return result as Extract<R, { ok: true }>;
}

/** A region's newsletter; with `issues` also what has been sent, the draft and the notes that wait. */
export async function seedNewsletters(db: RegionDb, slug: string, { now, issues }: { now: Date; issues: boolean }) {
  const newsletter = told[slug];
  if (!newsletter) return;
  const { name, description, toNetworkMembers, editors, sent, draft, notes } = newsletter;
  const people = await db.person.findMany({ where: { email: { in: editors } }, select: { id: true } });
  const form = {
    ...{ name, description, toNetworkMembers, toContactPersons: true, audienceId: null, open: true, version: 0 },
    ...{ language: "recipient" as const, accent: null, fourEyes: false, editors: people.map(({ id }) => id) },
  };
  const { id } = done(await keepNewsletter(db, { id: null, form, now }));
  if (!issues) return;
  for (const issue of sent) await seedSent(db, id, issue, now);
  for (const { actor, ...note } of notes) {
    const { id: actorId } = await db.actor.findFirstOrThrow({ where: { name: actor } });
    const roles = [{ kind: "coordinator" as const, actorId: null, municipalityId: null }];
    const filled = { ...note, link: note.link ?? "", newsletterId: id, actorId, version: 0 };
    done(await keepNote(db, { id: null, form: filled, roles }));
  }
  const goes = await workingTime(db, now, draft.day);
  await write(db, done(await makeIssue(db, { newsletterId: id, planRow: null, sendAt: goes, now })).issueId, draft);
}

/** That day, or so many days from now, in the region's office hours. */
async function workingTime(db: RegionDb, now: Date, day: Written["day"]): Promise<Date> {
  const at =
    typeof day === "string" ? new Date(`${now.getUTCFullYear() - 1}-${day}`) : new Date(now.getTime() + day * dayMs);
  at.setUTCHours(8, 0, 0, 0);
  return new Date(nextOpening(at.toISOString(), await officeHoursOf(db, [at])) ?? at);
}

async function seedSent(db: RegionDb, newsletterId: string, issue: Written, today: Date) {
  const now = await workingTime(db, today, issue.day);
  const { issueId } = done(await makeIssue(db, { newsletterId, planRow: null, sendAt: null, now }));
  await write(db, issueId, issue);
  const { version } = await db.newsletterIssue.findFirstOrThrow({ where: { id: issueId }, select: { version: true } });
  const coordinator = await db.role.findFirst({ where: { kind: "coordinator" }, select: { personId: true } });
  done(await approveIssue(db, { issueId, version, personId: coordinator?.personId ?? null, now }));
  // Whoever has a role today had it then: people's roles in the demo began when it was made.
  done(await sendIssue(db, { issueId, now: today }));
  await db.newsletterIssue.updateMany({ where: { id: issueId }, data: { sentAt: now } });
  const left = { state: "sent" as const, sentAt: now, dueAt: now, createdAt: now, secret: null };
  await db.delivery.updateMany({ where: { issueId }, data: left });
}

async function write(db: RegionDb, issueId: string, { subject, introduction, texts }: Written) {
  await db.newsletterIssue.updateMany({ where: { id: issueId }, data: { subject } });
  await db.issueItem.updateMany({ where: { issueId, kind: "introduction" }, data: { body: introduction } });
  const { _max } = await db.issueItem.aggregate({ where: { issueId }, _max: { position: true } });
  await db.issueItem.createMany({
    data: texts.map((text, index) => ({
      ...{ issueId, kind: "text" as const, position: (_max.position ?? 0) + index + 1, included: true },
      ...text,
    })),
  });
}
