import { can } from "~/domain/auth/permissions";
import { audienceChoices } from "~/features/audiences/audience.view.server";
import {
  areasToChoose,
  findDetails,
  peopleWithRoles,
  rowsToChoose,
  setAreas,
  setOrganisers,
  setPartners,
} from "~/features/events/event-details.db.server";
import { audienceKinds, type EventForm } from "~/features/events/event-form.schema";
import { regionsBeside } from "~/features/events/joint-events.server";
import { organiserChoices } from "~/features/networks/network-actors.view.server";
import { m } from "~/i18n/messages/messages";
import { accessFor, type RegionDb } from "~/platform/db/region-db.server";

/** What an event is besides what its invitations tell, as it is saved. */
export type EventDetails = {
  columns: {
    language: string | null;
    audienceKind: "contact_persons" | "network_members" | "body_members" | "audience" | null;
    audienceId: string | null;
    joinLink: string;
    open: boolean;
    callsDeputies: boolean;
    planRowId?: string | null;
    responsibleId?: string;
  };
  organiserIds: string[];
  areaIds: string[];
  partnerIds: string[];
};

type Field = "audience" | "organiserIds" | "areaIds" | "partners" | "row" | "responsibleId";
export type DetailsRefusal = { ok: false; field: Field; reason: "choice-gone" | "no-network" | "no-body" };

/**
 * Whether what was chosen about an event is there to choose. Who holds it is left out of those who organise it with
 * it, and a responsible person that is not said is left as it is.
 *
 * @param today midnight UTC of the region's day
 */
export async function judgeDetails(
  db: RegionDb,
  {
    form,
    holder,
    today,
    eventId,
  }: {
    form: EventForm;
    holder: { actorId: string | null; networkId: string | null };
    today: Date;
    /** The event that is changed; null for a new one. */
    eventId: string | null;
  },
): Promise<{ ok: true; details: EventDetails } | DetailsRefusal> {
  const gone = (field: Field) => ({ ok: false, field, reason: "choice-gone" }) as const;
  const before = eventId ? await findDetails(db, eventId) : null;
  const organiserIds = [...new Set(form.organiserIds)].filter((id) => id !== holder.actorId);
  if (organiserIds.length > 0) {
    const actors = new Set((await organiserChoices(db)).map(({ id }) => id));
    if (organiserIds.some((id) => !actors.has(id))) return gone("organiserIds");
  }
  const areaIds = [...new Set(form.areaIds)];
  if (areaIds.length > 0) {
    const areas = new Set((await areasToChoose(db)).map(({ id }) => id));
    if (areaIds.some((id) => !areas.has(id))) return gone("areaIds");
  }
  const slugs = [...new Set(form.partners)];
  const regions = slugs.length > 0 ? await regionsBeside(accessFor(db).regionId) : [];
  const partnerIds = slugs.map((slug) => regions.find((region) => region.slug === slug)?.id);
  if (partnerIds.includes(undefined)) return gone("partners");
  const { audience, row, responsibleId } = form;
  if (audience === "network_members" && !holder.networkId)
    return { ok: false, field: "audience", reason: "no-network" };
  if (audience === "body_members" && !before?.body) return { ok: false, field: "audience", reason: "no-body" };
  const audienceId = isKind(audience) ? null : audience;
  if (audienceId && !(await audienceChoices(db)).some(({ id }) => id === audienceId)) return gone("audience");
  if (row && row !== before?.planRowId && !(await rowsToChoose(db, today, row)).some(({ id }) => id === row))
    return gone("row");
  const stands = responsibleId === before?.responsible?.id;
  if (responsibleId && !stands && !(await editors(db, today)).some(({ id }) => id === responsibleId))
    return gone("responsibleId");
  return {
    ok: true,
    details: {
      columns: {
        language: form.language,
        audienceKind: isKind(audience) ? audience || null : "audience",
        audienceId,
        joinLink: form.joinLink,
        open: form.open,
        callsDeputies: form.callsDeputies,
        ...(row !== undefined && { planRowId: row }),
        ...(responsibleId && { responsibleId }),
      },
      organiserIds,
      areaIds,
      partnerIds: partnerIds.flatMap((id) => id ?? []),
    },
  };
}

/** Whether it is said whom an event is for without naming an audience of the region. */
function isKind(audience: string): audience is "" | (typeof audienceKinds)[number] {
  return audience === "" || audienceKinds.some((kind) => kind === audience);
}

/** The priority areas, to choose among. */
export async function areaChoices(db: RegionDb) {
  return (await areasToChoose(db)).map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }));
}

/** Those who may edit events, all or some, on a day. */
async function editors(db: RegionDb, today: Date): Promise<{ id: string; name: string }[]> {
  const people = await peopleWithRoles(db, today);
  return people.flatMap(({ id, name, roles }) => {
    const may = roles.some((role) => can([role], "events.edit", { actorIds: role.actorId ? [role.actorId] : [] }));
    return may ? [{ id, name }] : [];
  });
}

/** Saves whom an event is organised with, where and about what; its columns are saved with the event. */
export async function saveLinks(db: RegionDb, eventId: string, details: EventDetails): Promise<void> {
  await setOrganisers(db, eventId, details.organiserIds);
  await setAreas(db, eventId, details.areaIds);
  await setPartners(db, eventId, details.partnerIds);
}

/** What is written down of these, as they stand; the join link is a secret, and only that it is another is said. */
export function auditedDetails({ columns, ...links }: EventDetails): Record<string, unknown> {
  const { joinLink, ...plain } = columns;
  return { ...plain, joinLink: joinLink !== "", ...links };
}

/** How the details of an event stand, in the shape they are saved in. */
export async function standingDetails(db: RegionDb, eventId: string): Promise<EventDetails | null> {
  const found = await findDetails(db, eventId);
  if (!found) return null;
  return {
    columns: {
      language: found.language,
      audienceKind: found.audienceKind,
      audienceId: found.audience?.id ?? null,
      joinLink: found.joinLink,
      open: found.open,
      callsDeputies: found.callsDeputies,
      planRowId: found.planRowId,
      ...(found.responsible && { responsibleId: found.responsible.id }),
    },
    organiserIds: found.organisers.map(({ id }) => id),
    areaIds: found.areas.map(({ id }) => id),
    partnerIds: found.partnerIds,
  };
}

/**
 * What the form of an event lets one choose among, besides who holds it. Audiences are for those who may see them, and
 * what stands already stands among the choices.
 */
export async function detailChoices(
  db: RegionDb,
  {
    today,
    mayAudiences,
    eventId,
    rowId = null,
  }: { today: Date; mayAudiences: boolean; eventId: string | null; rowId?: string | null },
) {
  const standing = eventId ? await findDetails(db, eventId) : null;
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const withOwn = <T extends { id: string }>(all: T[], own: T | null | undefined) =>
    own && !all.some(({ id }) => id === own.id) ? [...all, own] : all;
  return {
    actors: (await organiserChoices(db)).map(named),
    people: withOwn(await editors(db, today), standing?.responsible).map(named),
    /** The governing body whose meeting it is. */
    body: standing?.body?.name ?? null,
    audiences: withOwn(mayAudiences ? await audienceChoices(db) : [], standing?.audience).map(named),
    areas: await areaChoices(db),
    rows: (await rowsToChoose(db, today, standing?.planRowId ?? rowId)).map(({ id, channel, timing, plan }) => ({
      value: id,
      label: [channel, timing && `«${timing}»`].filter(Boolean).join(", "),
      group: [...new Set([plan.from, plan.to].map((day) => day.getUTCFullYear()))].join("–"),
    })),
    regions: (await regionsBeside(accessFor(db).regionId)).map(({ slug, name }) => ({ value: slug, label: name })),
  };
}

export type DetailChoices = Awaited<ReturnType<typeof detailChoices>>;

/** What was typed in the fields where several can be chosen. */
export function typedLists(form: FormData) {
  const all = (name: string) => form.getAll(`${name}[]`).map(String);
  return { organiserIds: all("organiserIds"), areaIds: all("areaIds"), partners: all("partners") };
}

/** Whether a refusal is about these fields. */
export function isDetail(refusal: { ok: false; reason: string }): refusal is DetailsRefusal {
  return ["choice-gone", "no-network", "no-body"].includes(refusal.reason);
}

/** Why what was chosen was refused, in words, at its field. */
export function detailRefusal({ field, reason }: DetailsRefusal): string {
  if (reason === "no-network") return m.events_audience_no_network();
  if (reason === "no-body") return m.bodies_event_no_body();
  return {
    audience: () => m.events_audience_gone(),
    row: () => m.events_row_gone(),
    responsibleId: () => m.events_responsible_gone(),
    organiserIds: () => m.events_choice_gone(),
    areaIds: () => m.events_choice_gone(),
    partners: () => m.events_choice_gone(),
  }[field]();
}

/** The same fields as the form shows them of an event that stands. */
export async function detailValues(db: RegionDb, eventId: string) {
  const found = await findDetails(db, eventId);
  const partners = found && found.partnerIds.length > 0 ? await regionsBeside(accessFor(db).regionId) : [];
  return {
    values: {
      language: found?.language ?? "",
      responsibleId: found?.responsible?.id ?? "",
      audience: found?.audience?.id ?? found?.audienceKind ?? "",
      joinLink: found?.joinLink ?? "",
      open: found?.open ? "on" : "",
      callsDeputies: found?.callsDeputies ? "on" : "",
      row: found?.planRowId ?? "",
    },
    lists: {
      organiserIds: found?.organisers.map(({ id }) => id) ?? [],
      areaIds: found?.areas.map(({ id }) => id) ?? [],
      partners: partners.flatMap(({ id, slug }) => (found?.partnerIds.includes(id) ? [slug] : [])),
    },
  };
}
