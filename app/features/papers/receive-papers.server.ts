import { createHash } from "node:crypto";
import { longestName, nameFromFile } from "~/domain/papers/paper-name";
import { paperType } from "~/domain/papers/paper-type";
import { isWebAddress } from "~/domain/shared/web-address";
import { refusalWords } from "~/features/papers/paper-words";
import { m } from "~/i18n/messages/messages";

/** How many files one form may bring. */
const mostFiles = 20;

export type ReceivedFile = { name: string; type: string; bytes: Uint8Array<ArrayBuffer>; hash: string };
type Problem = { field: "files" | "link" | "name"; message: string };
export type ReceivedPapers =
  | { ok: true; files: ReceivedFile[]; link: { address: string; name: string } | null }
  | { ok: false; problems: Problem[] };

/**
 * Takes files and a link out of the form. All are taken or none: each that cannot be is told by name with what is
 * wrong with it.
 */
export async function receivePapers(form: FormData): Promise<ReceivedPapers> {
  const uploads = form.getAll("files").filter((one): one is File => one instanceof File && one.name + one.size !== "0");
  const address = String(form.get("link") ?? "").trim();
  const name = String(form.get("name") ?? "").trim();
  const problems: Problem[] = [];
  if (uploads.length === 0 && address === "") problems.push({ field: "files", message: m.papers_nothing() });
  if (uploads.length > mostFiles) problems.push({ field: "files", message: m.papers_too_many({ most: mostFiles }) });
  if (address !== "" && (!isWebAddress(address) || address.length > 2000))
    problems.push({ field: "link", message: m.papers_link_wrong() });
  if (name.length > longestName) problems.push({ field: "name", message: m.common_too_long({ max: longestName }) });
  if (problems.length > 0) return { ok: false, problems };

  const files: ReceivedFile[] = [];
  for (const upload of uploads) {
    const bytes = new Uint8Array(await upload.arrayBuffer());
    const verdict = paperType(bytes, upload.name);
    const called = nameFromFile(upload.name) || m.papers_unnamed();
    if (verdict.ok) files.push({ name: called, type: verdict.type, bytes, hash: hashOf(bytes) });
    else problems.push({ field: "files", message: refusalWords(upload.name || called, verdict.reason) });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, files, link: address === "" ? null : { address, name: name || new URL(address).hostname } };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
