import { isUuid } from "~/domain/shared/ids";
import { saveCertificates } from "~/features/attendance/attendance.db.server";
import { audit } from "~/features/audit/audit.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Lets those who came have a certificate, or not. */
export async function changeCertificates(
  db: RegionDb,
  { eventId, gives }: { eventId: string; gives: boolean },
): Promise<void> {
  if (!isUuid(eventId) || (await saveCertificates(db, eventId, gives)) === 0) return;
  await audit(db, {
    action: "updated",
    subject: "event",
    id: eventId,
    before: { givesCertificate: !gives },
    after: { givesCertificate: gives },
  });
}
