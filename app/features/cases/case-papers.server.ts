import { moved } from "~/domain/cases/agenda-order";
import { contentDisposition, fileNameFor } from "~/domain/papers/paper-name";
import { isUuid } from "~/domain/shared/ids";
import { audit } from "~/features/audit/audit.server";
import {
  contentOf,
  copyPapers,
  createFiles,
  deleteCasePaper,
  deleteUnusedFile,
  findCasePaper,
  type NewFile,
  papersOfCases,
  updateCasePaper,
} from "~/features/cases/case-papers.db.server";
import { holdCase } from "~/features/cases/cases.db.server";
import { forgetQuietly } from "~/features/papers/add-papers.server";
import type { ReceivedFile } from "~/features/papers/receive-papers.server";
import { type Access, type RegionDb, withRegion } from "~/platform/db/region-db.server";
import { keepFile, readFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";

/** How many papers a case may have. */
export const mostCasePapers = 50;

type Added = { ok: true; count: number } | { ok: false; reason: "gone" | "too-many" };

/** Adds files and a link to a case, after those it has. The bytes are kept first: no transaction waits for a store. */
export async function addCasePapers(
  access: Access,
  input: { caseId: string; files: ReceivedFile[]; link: { address: string; name: string } | null },
): Promise<Added> {
  const { regionId } = access;
  const kept: NewFile[] = [];
  const forget = () => Promise.all(kept.map(({ id }) => forgetQuietly(regionId, id)));
  try {
    for (const { name, type, bytes, hash } of input.files) {
      const id = newId();
      const content = await keepFile({ regionId, id, bytes, type, hash });
      kept.push({ id, name, type, size: bytes.length, hash, content });
    }
    const result = await withRegion(access, (db) => write(db, { ...input, kept }));
    if (!result.ok) await forget();
    return result;
  } catch (error) {
    await forget();
    throw error;
  }
}

async function write(
  db: RegionDb,
  { caseId, kept, link }: { caseId: string; kept: NewFile[]; link: { address: string; name: string } | null },
): Promise<Added> {
  if (!(await holdCase(db, caseId))) return { ok: false, reason: "gone" };
  const there = await papersOfCases(db, [caseId]);
  const added = [
    ...kept.map(({ id, name }) => ({ name, link: "", fileId: id as string | null })),
    ...(link ? [{ name: link.name, link: link.address, fileId: null }] : []),
  ];
  if (there.length + added.length > mostCasePapers) return { ok: false, reason: "too-many" };
  const last = there.at(-1)?.position ?? 0;
  await createFiles(db, kept);
  await copyPapers(
    db,
    added.map((one, at) => ({ id: newId(), caseId, position: last + at + 1, ...one })),
  );
  await audit(db, { action: "updated", subject: "case", id: caseId, after: { papers: there.length + added.length } });
  return { ok: true, count: added.length };
}

/** Takes a paper off a case, and its file away where no other case has it. */
export async function removeCasePaper(
  access: Access,
  { caseId, paperId }: { caseId: string; paperId: string },
): Promise<{ ok: true; name: string } | { ok: false; reason: "gone" }> {
  const removed = await withRegion(access, async (db) => {
    await holdCase(db, caseId);
    const paper = await findCasePaper(db, caseId, paperId);
    if (!paper) return null;
    await deleteCasePaper(db, paperId);
    const unused = paper.fileId !== null && (await deleteUnusedFile(db, paper.fileId));
    await audit(db, { action: "updated", subject: "case", id: caseId, before: { paperId }, after: {} });
    return { name: paper.name, fileId: unused ? paper.fileId : null };
  });
  if (!removed) return { ok: false, reason: "gone" };
  if (removed.fileId) await forgetQuietly(access.regionId, removed.fileId);
  return { ok: true, name: removed.name };
}

/** Lets a paper of a case change places with the one before or after it. */
export async function moveCasePaper(
  db: RegionDb,
  { caseId, paperId, by }: { caseId: string; paperId: string; by: -1 | 1 },
): Promise<{ ok: true; name: string } | { ok: false; reason: "gone" }> {
  await holdCase(db, caseId);
  const papers = await papersOfCases(db, [caseId]);
  const at = papers.findIndex(({ id }) => id === paperId);
  const paper = papers[at];
  if (!paper) return { ok: false, reason: "gone" };
  for (const [place, { id, position }] of moved(papers, at, by).entries())
    if (position !== place + 1) await updateCasePaper(db, id, { position: place + 1 });
  await audit(db, { action: "updated", subject: "case", id: caseId, before: { paperId, place: at + 1 } });
  return { ok: true, name: paper.name };
}

/**
 * A paper of a case that is a file, as the answer to a request for it; null where there is none or `may` says no. What
 * the browser has kept and is unchanged is not sent again.
 */
export async function sendCasePaper(
  request: Request,
  access: Access,
  paper: { caseId: string; paperId: string },
  may: (db: RegionDb, caseId: string) => Promise<boolean>,
): Promise<Response | null> {
  const { regionId } = access;
  const unchanged = (hash: string) => request.headers.get("If-None-Match")?.includes(`"${hash}"`) ?? false;
  const bodiless = request.method === "HEAD";
  const found = await withRegion(access, async (db) => {
    if (!isUuid(paper.caseId) || !isUuid(paper.paperId) || !(await may(db, paper.caseId))) return null;
    const one = await findCasePaper(db, paper.caseId, paper.paperId);
    if (!one?.file) return null;
    const stored = bodiless || unchanged(one.file.hash) ? null : await contentOf(db, one.file.id);
    return { name: one.name, file: one.file, stored };
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
