import { can, type HeldRole } from "~/domain/auth/permissions";
import { writtenNumber } from "~/domain/cases/numbers";
import { type ContentItem, emptyItem, type MinutesContent } from "~/domain/minutes/minutes-content";
import { closedSeenBy } from "~/features/cases/closed-cases.server";
import { contentOf } from "~/features/minutes/minutes-content.view.server";
import { approvalOf, findRecord } from "~/features/minutes/minutes-record.db.server";
import { ownRegion } from "~/features/regions/own-region.server";
import type { RegionDb } from "~/platform/db/region-db.server";

export type MinutesPage = {
  id: string;
  bodyId: string;
  state: "planned" | "agenda" | "live" | "ended" | "remarks" | "approved";
  version: number;
  remarksBy: string | null;
  content: MinutesContent;
  /** Whether they are a draft that only those who write minutes may read: `content` is then the meeting alone. */
  withheld: boolean;
  /** Whether the meeting, ended by mistake, can be opened again. */
  reopens: boolean;
  /** The case and the day they were approved in, where they are. */
  approvedIn: { minutesId: string; bodyId: string; number: string; day: string; remarks: string } | null;
};

/**
 * The minutes of a meeting as somebody may see them: as they were frozen, once they are approved. Closed cases are left
 * out for those outside the body, and until the minutes are sent out they are read by those who write them alone.
 */
export async function minutesPage(
  db: RegionDb,
  { minutesId, ...who }: { minutesId: string; roles: readonly HeldRole[]; personId: string | null; today: string },
): Promise<MinutesPage | null> {
  const record = await findRecord(db, minutesId);
  if (!record) return null;
  const { zone } = await ownRegion(db);
  const closed = (await closedSeenBy(db, who))(record.bodyId);
  const frozen = record.frozen as MinutesContent | null;
  const approval = record.approvedById ? await approvalOf(db, record.approvedById) : null;
  const withheld = record.state !== "remarks" && record.state !== "approved" && !can(who.roles, "minutes.write");
  const content = frozen === null ? contentOf(record, { closed, zone }) : closed ? frozen : withoutClosed(frozen);
  return {
    id: record.id,
    bodyId: record.bodyId,
    state: record.state,
    version: record.version,
    remarksBy: record.remarksBy?.toISOString().slice(0, 10) ?? null,
    content: withheld ? { ...content, ...nothing } : content,
    withheld,
    reopens: record.state === "ended" && record.importId === null && can(who.roles, "minutes.write"),
    approvedIn: approval && {
      minutesId: approval.minutes.id,
      bodyId: approval.minutes.bodyId,
      number: writtenNumber(approval),
      day: approval.minutes.day.toISOString().slice(0, 10),
      remarks: record.approvedRemarks,
    },
  };
}

/** What a draft says to those who may not read it. */
const nothing = { present: [], absent: [], secretariat: "", introduction: "", closing: "", items: [] };

/** A frozen copy as those outside may see it. */
export function withoutClosed(content: MinutesContent): MinutesContent {
  const outside = ({ number, typedNumber, letter, kind, closed, ...item }: ContentItem): ContentItem =>
    closed === ""
      ? { ...item, number, typedNumber, letter, kind, closed, parts: item.parts.map(outside) }
      : { ...emptyItem, number, typedNumber, letter, kind, closed };
  return { ...content, items: content.items.map(outside) };
}
