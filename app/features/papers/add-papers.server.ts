import { audit } from "~/features/audit/audit.server";
import {
  countPapers,
  createFiles,
  createPapers,
  holdEventOf,
  itemsOf,
  type NewFile,
} from "~/features/papers/papers.db.server";
import type { ReceivedFile } from "~/features/papers/receive-papers.server";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { forgetFile, keepFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { log } from "~/platform/log.server";

type Input = {
  eventId: string;
  itemId: string | null;
  open: boolean;
  files: ReceivedFile[];
  link: { address: string; name: string } | null;
};

/** How many papers an event may have. */
export const mostPapers = 100;

/**
 * Adds files and a link to an event, after those it has. The bytes are kept first, since a store is outside and no
 * transaction waits for it; where the rest does not come to be, the store forgets them again.
 */
export async function addPapers(
  access: Access,
  { eventId, itemId, open, files, link }: Input,
): Promise<{ ok: true; count: number } | { ok: false; reason: "gone" | "too-many" }> {
  const { regionId } = access;
  const kept: NewFile[] = [];
  const forget = () => Promise.all(kept.map(({ id }) => forgetQuietly(regionId, id)));
  try {
    for (const { name, type, bytes, hash } of files) {
      const id = newId();
      const content = await keepFile({ regionId, id, bytes, type, hash });
      kept.push({ id, name, type, size: bytes.length, hash, content });
    }
    const result = await withRegion(access, async (db) => {
      if (!(await holdEventOf(db, eventId))) return { ok: false as const, reason: "gone" as const };
      const { count, last } = await countPapers(db, eventId);
      const added = [
        ...kept.map(({ id, name }) => ({ name, link: "", fileId: id })),
        ...(link ? [{ name: link.name, link: link.address, fileId: null }] : []),
      ];
      if (count + added.length > mostPapers) return { ok: false as const, reason: "too-many" as const };
      const item = (await itemsOf(db, eventId)).find((one) => one.id === itemId);
      const papers = added.map((one, at) => ({
        id: newId(),
        eventId,
        itemId: item?.id ?? null,
        position: last + at + 1,
        open,
        ...one,
      }));
      await createFiles(db, kept);
      await createPapers(db, papers);
      await audit(
        db,
        ...papers.map(({ id, name, open, fileId }) => ({
          action: "created" as const,
          subject: "paper" as const,
          id,
          after: { eventId, name, open, fileId },
        })),
      );
      return { ok: true as const, count: papers.length };
    });
    if (!result.ok) await forget();
    return result;
  } catch (error) {
    await forget();
    throw error;
  }
}

/** A file that the store does not forget costs its place there and nothing else. */
export async function forgetQuietly(regionId: string, id: string): Promise<void> {
  await forgetFile({ regionId, id }).catch((error) => log.warn({ error, file: id }, "a file stays in the store"));
}
