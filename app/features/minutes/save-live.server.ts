import type { LiveChange } from "~/features/minutes/live-change.schema";
import { saveFollowUp } from "~/features/minutes/save-follow-up.server";
import { type Saved, saveItem } from "~/features/minutes/save-item.server";
import { addGuest, removeGuest, savePresence } from "~/features/minutes/save-presence.server";
import type { RegionDb } from "~/platform/db/region-db.server";

/** Writes one thing of a meeting that is held, whatever it is. */
export async function saveLive(
  db: RegionDb,
  { minutesId, change, now }: { minutesId: string; change: LiveChange; now: Date },
): Promise<Saved> {
  const { target, fields, bases } = change;
  switch (target.kind) {
    case "item":
      return saveItem(db, { minutesId, itemId: target.id, fields, bases, now });
    case "presence":
      return savePresence(db, { minutesId, presenceId: target.id, fields, bases });
    case "guest":
      return addGuest(db, {
        ...{ minutesId, id: target.id },
        ...{ name: fields.name ?? "", represents: fields.represents ?? "" },
      });
    case "unseat":
      return removeGuest(db, { minutesId, presenceId: target.id });
    case "follow":
      return saveFollowUp(db, { minutesId, itemId: target.itemId, id: target.id, fields, bases });
  }
}
