import { writtenNumber } from "~/domain/cases/numbers";
import { itemLabel } from "~/domain/minutes/item-label";
import { type Attendee, type ContentItem, emptyItem, type MinutesContent } from "~/domain/minutes/minutes-content";
import { isoDay } from "~/domain/shared/days";
import { instantToLocal } from "~/domain/shared/local-time";
import { findRecord, type MinutesRecord } from "~/features/minutes/minutes-record.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * A meeting as data, from its record. With `closed` false the texts, title and people of a closed case are left out, and
 * its parts too: what is left is its number and legal basis. Null when there is no such record.
 */
export async function minutesContent(
  db: RegionDb,
  minutesId: string,
  { closed }: { closed: boolean },
): Promise<MinutesContent | null> {
  const record = await findRecord(db, minutesId);
  if (!record) return null;
  const { zone } = await ownRegion(db);
  return contentOf(record, { closed, zone });
}

/** The same of a record that has been read. */
export function contentOf(record: MinutesRecord, { closed, zone }: { closed: boolean; zone: string }): MinutesContent {
  const { event, items } = record;
  const [startsAt, endsAt] = event ? [event.startsAt, event.endsAt] : [record.startsAt, record.endsAt];
  const byCase = new Map(items.map((item) => [item.case.id, item]));
  // Who came or left is read by those outside too: what is closed is called by its number, or its letter.
  const label = (id: string | null): string => {
    const item = items.find((each) => each.id === id);
    const parent = item && byCase.get(item.case.parentId ?? "");
    return item?.case.closed && item.case.letter === "" && parent ? label(parent.id) : item ? labelOf(item) : "";
  };
  const attendees = (state: "present" | "absent"): Attendee[] =>
    record.presences
      .filter((presence) => presence.state === state)
      .map(({ name, represents, substitute, chair, reason, cameAtId, leftAtId }) => ({
        ...{ name, represents, substitute, chair, reason },
        cameAt: label(cameAtId),
        leftAt: label(leftAtId),
      }));
  return {
    body: record.body.name,
    day: event ? instantToLocal(event.startsAt.toISOString(), zone).date : isoDay(record.day),
    from: startsAt ? clock(startsAt) : "",
    to: endsAt ? clock(endsAt) : "",
    place: event ? event.place : record.place,
    electronic: record.electronic,
    present: attendees("present"),
    absent: attendees("absent"),
    secretariat: record.secretariat,
    introduction: record.introduction,
    closing: record.closing,
    items: items.filter((item) => !item.case.parentId || !byCase.has(item.case.parentId)).map(content),
  };

  function clock(instant: Date): string {
    return instantToLocal(instant.toISOString(), zone).time.replace(":", ".");
  }

  function labelOf(item: MinutesRecord["items"][number]): string {
    const parent = item.case.parentId ? byCase.get(item.case.parentId) : undefined;
    return itemLabel(
      { number: writtenNumber(item), letter: item.case.letter, title: item.case.title },
      parent ? labelOf(parent) : "",
    );
  }

  function content(item: MinutesRecord["items"][number]): ContentItem {
    const { case: about } = item;
    const known = {
      number: writtenNumber(item),
      typedNumber: item.typedNumber,
      letter: about.letter,
      kind: about.kind,
    };
    if (about.closed && !closed) return { ...emptyItem, ...known, closed: about.legalBasis };
    return {
      ...known,
      title: about.title,
      closed: about.closed ? about.legalBasis : "",
      ...(about.proposer && { proposer: about.proposer }),
      presentation: about.presentation,
      proposal: about.proposal,
      notes: item.notes,
      decision: item.decision,
      outcome: item.outcome,
      votesFor: item.unanimous ? null : item.votesFor,
      votesAgainst: item.unanimous ? null : item.votesAgainst,
      disqualified: item.disqualified.map(({ presence, reason }) =>
        [[presence.name, presence.represents].filter(Boolean).join(", "), reason && `(${reason.replaceAll(";", ",")})`]
          .filter(Boolean)
          .join(" "),
      ),
      passedOnTo: item.passOnTo?.name ?? "",
      followUps: item.followUps.map(({ words, responsible, dueOn, person, actor }) => ({
        words,
        responsible: person?.name ?? actor?.name ?? responsible,
        dueOn: dueOn ? isoDay(dueOn) : "",
      })),
      parts: items.filter((part) => part.case.parentId === about.id).map(content),
    };
  }
}
