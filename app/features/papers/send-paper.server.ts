import { can, type HeldRole } from "~/domain/auth/permissions";
import { contentDisposition, fileNameFor } from "~/domain/papers/paper-name";
import { isUuid } from "~/domain/shared/ids";
import { openLink } from "~/features/auth/links.server";
import {
  contentOf,
  eventOfInvitation,
  eventOfRegistration,
  paperToSend,
  standsInvited,
} from "~/features/papers/papers.db.server";
import { type Access, type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { readFile } from "~/platform/files.server";

type Paper = NonNullable<Awaited<ReturnType<typeof paperToSend>>>;

/** By which right a paper is asked for; `eventId` is what the address says. */
export type PaperDoor =
  | { by: "role"; personId: string; roles: HeldRole[]; eventId: string }
  | { by: "answer" | "registration"; token: string; now: Date }
  | { by: "public"; eventId: string };

/**
 * A paper that is a file, as the answer to a request for it; null where there is none or it may not be read through
 * this door, the two alike. What the browser has kept and is unchanged is not sent again.
 */
export async function sendPaper(
  request: Request,
  access: Access,
  paperId: string,
  door: PaperDoor,
): Promise<Response | null> {
  const { regionId } = access;
  const unchanged = (hash: string) => request.headers.get("If-None-Match")?.includes(`"${hash}"`) ?? false;
  const bodiless = request.method === "HEAD";
  const found = await withRegion(access, async (db) => {
    const paper = isUuid(paperId) ? await paperToSend(db, paperId) : null;
    if (!paper?.file || !(await opens(db, paper, door))) return null;
    const { id, hash } = paper.file;
    const stored = bodiless || unchanged(hash) ? null : await contentOf(db, id);
    return { name: paper.name, file: paper.file, stored };
  });
  if (!found) return null;
  const { name, file, stored } = found;
  const headers = {
    "Content-Disposition": contentDisposition(fileNameFor(name, file.type)),
    "Cache-Control": "private, no-cache",
    ETag: `"${file.hash}"`,
    "X-Robots-Tag": "noindex",
  };
  if (unchanged(file.hash)) return new Response(null, { status: 304, headers });
  const body = stored && (await readFile({ regionId, id: file.id, content: stored.content }));
  const type = file.type.startsWith("text/") ? `${file.type}; charset=utf-8` : file.type;
  return new Response(body, { headers: { ...headers, "Content-Type": type, "Content-Length": String(file.size) } });
}

async function opens(db: RegionDb, { eventId, open, event }: Paper, door: PaperDoor): Promise<boolean> {
  if ("eventId" in door && door.eventId !== eventId) return false;
  if (door.by === "public") return open && event.open && ["published", "held"].includes(event.state);
  if (door.by === "role")
    return (
      can(door.roles, "events.see") || (event.state !== "draft" && (await standsInvited(db, eventId, door.personId)))
    );
  const link = await openLink(db, door.token, door.by, door.now);
  if (!link || event.state === "draft") return false;
  const of = door.by === "answer" ? eventOfInvitation : eventOfRegistration;
  return (await of(db, link.subjectId))?.eventId === eventId;
}
