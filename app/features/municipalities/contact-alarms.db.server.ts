import type { HoldReason } from "~/domain/delivery/hold";
import type { RegionDb } from "~/platform/db/region-db.server";

export type AlarmRow = {
  municipalityId: string;
  number: string;
  name: string;
  vacantSince: Date | null;
  personId: string | null;
  personName: string | null;
  heldSince: Date | null;
  heldReason: HoldReason | null;
};

/**
 * The municipalities in the region on a day (midnight UTC) that nobody is contact person for, whose contact person's
 * address is held, or whose contact person has answered none of the last three invitations she was sent that are over
 * or past their date for answering. One query, whatever the number of municipalities.
 */
export async function alarmRows(db: RegionDb, day: Date): Promise<AlarmRow[]> {
  return db.$queryRaw<AlarmRow[]>`
    SELECT municipality.id AS "municipalityId", municipality.number, municipality.name, vacant.since AS "vacantSince", p.id AS "personId",
      p.name AS "personName", p.held_since AS "heldSince", p.held_reason::text AS "heldReason"
    FROM region_municipality rm
    JOIN municipality ON municipality.id = rm.municipality_id
    LEFT JOIN role r ON r.region_id = rm.region_id AND r.municipality_id = rm.municipality_id
      AND r.kind = 'contact_person' AND r.valid_from <= ${day}::date AND (r.valid_to IS NULL OR r.valid_to > ${day}::date)
    LEFT JOIN person p ON p.region_id = r.region_id AND p.id = r.person_id
    LEFT JOIN LATERAL (
      SELECT max(before.valid_to) AS since FROM role before
      WHERE before.region_id = rm.region_id AND before.municipality_id = rm.municipality_id
        AND before.kind = 'contact_person' AND before.valid_to <= ${day}::date
    ) vacant ON r.id IS NULL
    LEFT JOIN LATERAL (
      SELECT count(*) = 3 AND bool_and(last.answer IS NULL) AS silent FROM (
        SELECT i.answer FROM invitation i JOIN event e ON e.region_id = i.region_id AND e.id = i.event_id
        WHERE i.region_id = p.region_id AND i.person_id = p.id AND i.withdrawn_at IS NULL
          AND e.state IN ('published', 'held') AND (e.ends_at < ${day} OR e.reply_by < ${day}::date)
          AND EXISTS (SELECT 1 FROM delivery d
            WHERE d.region_id = i.region_id AND d.invitation_id = i.id AND d.state = 'sent')
        ORDER BY e.starts_at DESC, e.id DESC LIMIT 3
      ) last
    ) heard ON p.id IS NOT NULL
    WHERE (rm.valid_from IS NULL OR rm.valid_from <= ${day}::date) AND (rm.valid_to IS NULL OR rm.valid_to > ${day}::date)
      AND (municipality.ended_on IS NULL OR municipality.ended_on > ${day}::date)
      AND (r.id IS NULL OR p.held_since IS NOT NULL OR heard.silent)`;
}
