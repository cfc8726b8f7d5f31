import { slugOfDelivery } from "~/features/delivery/outbox.db.server";
import { systemDb } from "~/platform/db/system-db.server";

/** Which region a message is of, by its slug; null when it is none of ours. */
export async function regionOfDelivery(id: string): Promise<string | null> {
  return slugOfDelivery(systemDb(), id);
}
