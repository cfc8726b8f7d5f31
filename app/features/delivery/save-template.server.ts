import type { Template } from "~/domain/delivery/fill";
import type { RegionDb } from "~/platform/db/region-db.server";

/**
 * Keeps what many messages in one language have in common, once for each key; a key that is there already is left as it
 * is. Its tokens are `{{unsubscribe}}`, `{{preferences}}` and `{{why}}`, written in HTML and text as a value
 * of the recipient's is put there. Returns its id, for the `templateId` of the messages that are filled into it.
 */
export async function saveTemplate(
  db: RegionDb,
  { key, locale, template }: { key: string; locale: "nb" | "nn" | "en"; template: Template },
): Promise<string> {
  await db.deliveryTemplate.createMany({ data: [{ key, locale, ...template }], skipDuplicates: true });
  const { id } = await db.deliveryTemplate.findFirstOrThrow({ where: { key }, select: { id: true } });
  return id;
}
