import type { HoldReason } from "~/domain/delivery/hold";
import { type RegionDb, readRows } from "~/platform/db/region-db.server";

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
 * or past their date for answering. One query, whatever the number of municipalities. Every page asks it.
 */
export async function alarmRows(db: RegionDb, day: Date): Promise<AlarmRow[]> {
  return readRows<AlarmRow>(db)`
    WITH contact AS (
      SELECT rm.municipality_id, municipality.number, municipality.name, r.id AS role_id, p.id AS person_id,
        p.name AS person_name, p.held_since, p.held_reason
      FROM region_municipality rm
      JOIN municipality ON municipality.id = rm.municipality_id
      LEFT JOIN role r ON r.region_id = rm.region_id AND r.municipality_id = rm.municipality_id
        AND r.kind = 'contact_person' AND r.valid_from <= ${day}::date AND (r.valid_to IS NULL OR r.valid_to > ${day}::date)
      LEFT JOIN person p ON p.region_id = r.region_id AND p.id = r.person_id
      WHERE (rm.valid_from IS NULL OR rm.valid_from <= ${day}::date) AND (rm.valid_to IS NULL OR rm.valid_to > ${day}::date)
        AND (municipality.ended_on IS NULL OR municipality.ended_on > ${day}::date)
    ), asked AS (
      SELECT i.person_id, i.answer,
        row_number() OVER (PARTITION BY i.person_id ORDER BY e.starts_at DESC, e.id DESC) AS newest
      FROM invitation i JOIN event e ON e.region_id = i.region_id AND e.id = i.event_id
      WHERE i.person_id IN (SELECT person_id FROM contact) AND i.withdrawn_at IS NULL
        AND e.state IN ('published', 'held') AND (e.ends_at < ${day} OR e.reply_by < ${day}::date)
        AND EXISTS (SELECT 1 FROM delivery d
          WHERE d.region_id = i.region_id AND d.invitation_id = i.id AND d.state = 'sent')
    ), silent AS (
      SELECT person_id FROM asked WHERE newest <= 3
      GROUP BY person_id HAVING count(*) = 3 AND bool_and(answer IS NULL)
    )
    SELECT municipality_id AS "municipalityId", number, name, person_id AS "personId", person_name AS "personName",
      held_since AS "heldSince", held_reason::text AS "heldReason",
      CASE WHEN role_id IS NULL THEN (SELECT max(before.valid_to) FROM role before
        WHERE before.municipality_id = contact.municipality_id AND before.kind = 'contact_person'
          AND before.valid_to <= ${day}::date) END AS "vacantSince"
    FROM contact
    WHERE role_id IS NULL OR held_since IS NOT NULL OR person_id IN (SELECT person_id FROM silent)`;
}
