import type { Language, Words } from "~/domain/newsletters/words";
import { addItem } from "~/features/newsletters/add-item.server";
import { approveIssue } from "~/features/newsletters/approve-issue.server";
import { askApproval } from "~/features/newsletters/ask-approval.server";
import { assembleIssue } from "~/features/newsletters/assemble-issue.server";
import { dropIssue } from "~/features/newsletters/drop-issue.server";
import { type Edited, editItem } from "~/features/newsletters/edit-item.server";
import { includeItem } from "~/features/newsletters/include-item.server";
import { imageRefusals, stepRefusals } from "~/features/newsletters/issue-words";
import { itemSchema } from "~/features/newsletters/item-form.schema";
import { moveItem } from "~/features/newsletters/move-item.server";
import { putImage, removeImage } from "~/features/newsletters/put-image.server";
import { removeItem } from "~/features/newsletters/remove-item.server";
import { reopenIssue } from "~/features/newsletters/reopen-issue.server";
import { sendTest } from "~/features/newsletters/send-test.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse, valuesOf } from "~/platform/http/forms.server";

type Conflict = Extract<Edited, { reason: "changed" }>;

/** What stands against what a form asked for: words of its own, words per field, or what another has written. */
export type IssueRefusal = {
  problem: string | null;
  errors: FormErrors;
  values: FormValues;
  /** Which part of the page the errors are of. */
  part: "item" | "image" | null;
  conflict: { version: number; by: string | null; at: string | null; theirs: Conflict["theirs"] } | null;
};

export type IssueAnswer =
  /** `said` is told as a toast where there is something to say; `item` is the piece to open. */
  | { ok: true; said: string | null; item?: string }
  | { ok: false; status: 400 | 404 | 409 | 413; refusal: IssueRefusal };

type Asked = { form: FormData; access: Access; issueId: string; number: string; personId: string; now: Date };

/** Does what a form of the page of an issue asks for. */
export async function answerIssueForm({ form, ...asked }: Asked): Promise<IssueAnswer> {
  const { access, issueId } = asked;
  const itemId = text(form, "item");
  switch (text(form, "intent")) {
    case "include":
    case "exclude": {
      const included = text(form, "intent") === "include";
      return settled(await withRegion(access, (db) => includeItem(db, { issueId, itemId, included })), null);
    }
    case "move":
      return settled(await withRegion(access, (db) => moveItem(db, { issueId, itemId, to: placeIn(form) })), null);
    case "save":
      return saveItem(form, asked, itemId);
    case "add-text":
    case "add-news": {
      const kind = text(form, "intent") === "add-text" ? "text" : "news";
      const added = await withRegion(access, (db) => addItem(db, { issueId, kind }));
      if (added.ok) return { ok: true, said: null, item: added.itemId };
      return added.reason === "too-many" ? said(409, m.newsletters_too_many()) : settled(added, null);
    }
    case "add-new": {
      const added = await withRegion(access, (db) => assembleIssue(db, { issueId, now: asked.now }));
      if (!added.ok) return said(added.reason === "not-found" ? 404 : 409, m.newsletters_frozen());
      return {
        ok: true,
        said: added.added > 0 ? m.newsletters_added_new({ n: added.added }) : m.newsletters_nothing_new(),
      };
    }
    case "remove":
      return settled(await removeItem(access, { issueId, itemId }), m.newsletters_removed_item());
    case "image":
      return takeImage(form, access, { issueId, itemId });
    case "remove-image":
      return settled(await removeImage(access, { issueId, itemId }), m.newsletters_image_removed());
    default:
      return takeStep(form, asked);
  }
}

/** Approval, asking for it, taking back, dropping, and the test to oneself. */
async function takeStep(form: FormData, { access, issueId, number, personId, now }: Omit<Asked, "form">) {
  const version = Number(text(form, "version")) || 0;
  const at = { issueId, version, personId, now };
  switch (text(form, "intent")) {
    case "approve": {
      const done = await withRegion(access, (db) => approveIssue(db, at));
      if (done.ok) return told(m.newsletters_approved_done({ number }));
      if (done.reason === "too-large") return said(409, m.newsletters_preview_too_large(inKilobytes(done)));
      if (done.reason === "token") return said(409, m.newsletters_refused_token({ token: `{{${done.token}}}` }));
      return said(409, stepRefusals[done.reason]());
    }
    case "ask": {
      const of = text(form, "of") || null;
      const done = await withRegion(access, (db) => askApproval(db, { ...at, of }));
      return done.ok ? told(m.newsletters_asked_done()) : said(409, stepRefusals[done.reason]());
    }
    case "reopen": {
      const done = await withRegion(access, (db) => reopenIssue(db, at));
      return done.ok ? told(m.newsletters_reopened_done()) : said(409, stepRefusals[done.reason]());
    }
    case "drop": {
      const done = await withRegion(access, (db) => dropIssue(db, at));
      return done.ok ? told(m.newsletters_dropped_done()) : said(409, stepRefusals[done.reason]());
    }
    case "test": {
      const language = languages.find((each) => each === text(form, "language")) ?? "nb";
      const done = await withRegion(access, (db) => sendTest(db, { issueId, personId, language, now }));
      if (done.ok) return told(m.newsletters_test_sent({ address: done.address }));
      if (done.reason === "gone") return said(404, m.newsletters_frozen());
      if (done.reason === "token") return said(409, m.newsletters_refused_token({ token: `{{${done.token}}}` }));
      return said(409, m.newsletters_preview_too_large(inKilobytes(done)));
    }
    default:
      return said(400, m.newsletters_refused_state());
  }
}

const languages = ["nb", "nn", "en"] as const;
const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
const told = (words: string): IssueAnswer => ({ ok: true, said: words });
const empty = { problem: null, errors: {}, values: {}, part: null, conflict: null };
const said = (status: 400 | 404 | 409, problem: string): IssueAnswer => ({
  ok: false,
  status,
  refusal: { ...empty, problem },
});

export const inKilobytes = ({ bytes, limit }: { bytes: number; limit: number }) => ({
  kb: Math.ceil(bytes / 1000),
  most: Math.floor(limit / 1000),
});

function settled(done: { ok: true } | { ok: false; reason: "gone" | "frozen" }, words: string | null): IssueAnswer {
  if (done.ok) return { ok: true, said: words };
  return said(done.reason === "gone" ? 404 : 409, m.newsletters_frozen());
}

function placeIn(form: FormData): number | "up" | "down" {
  const to = text(form, "to");
  if (to === "up" || to === "down") return to;
  return /^\d{1,4}$/.test(to) ? Number(to) : 0;
}

async function saveItem(form: FormData, { access, issueId }: Omit<Asked, "form">, itemId: string) {
  const edited = await writeItem(form, access, { issueId, itemId });
  if (edited.ok) return { ...told(m.newsletters_saved_item()), item: itemId };
  return edited.answer;
}

/** Writes what a form says of an item; its version afterwards, or what is to be answered. */
export async function writeItem(
  form: FormData,
  access: Access,
  { issueId, itemId }: { issueId: string; itemId: string },
): Promise<
  { ok: true; version: number; issueVersion: number } | { ok: false; answer: Extract<IssueAnswer, { ok: false }> }
> {
  const refused = (status: 400 | 404 | 409, refusal: Partial<IssueRefusal>) => ({
    ok: false as const,
    answer: { ok: false as const, status, refusal: { ...empty, values: valuesOf(form), ...refusal } },
  });
  const parsed = parseForm(form, itemSchema());
  if (!parsed.ok) return refused(400, { part: "item", errors: parsed.errors });
  const edited = await withRegion(access, (db) => editItem(db, { issueId, itemId, form: parsed.value }));
  if (edited.ok) return edited;
  if (edited.reason === "changed") {
    const { version, by, at, theirs } = edited;
    return refused(409, { part: "item", conflict: { version, by, at: at?.toISOString() ?? null, theirs } });
  }
  if (edited.reason === "alt-missing") {
    const field = [...form.keys()].find((name) => name.startsWith("imageAlt_")) ?? "form";
    return refused(400, { part: "item", ...refuse(form, { [field]: m.newsletters_image_alt_missing() }) });
  }
  return refused(edited.reason === "gone" ? 404 : 409, { problem: m.newsletters_frozen() });
}

async function takeImage(
  form: FormData,
  access: Access,
  of: { issueId: string; itemId: string },
): Promise<IssueAnswer> {
  const refused = (errors: FormErrors): IssueAnswer => {
    return { ok: false, status: 400, refusal: { ...empty, ...refuse(form, errors), part: "image" } };
  };
  const file = form.get("image");
  const alt: Words = Object.fromEntries(
    languages.map((language): [Language, string] => [language, text(form, `alt_${language}`).trim().slice(0, 300)]),
  );
  const first = [...form.keys()].find((name) => name.startsWith("alt_")) ?? "image";
  const missing = Object.values(alt).every((words) => words === "");
  if (!(file instanceof File) || file.size === 0)
    return refused({
      image: m.newsletters_image_missing(),
      ...(missing && { [first]: m.newsletters_image_alt_missing() }),
    });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const done = await putImage(access, { ...of, bytes, alt });
  if (done.ok) return { ok: true, said: m.newsletters_image_put(), item: of.itemId };
  if (done.reason === "gone" || done.reason === "frozen") return settled({ ok: false, reason: done.reason }, null);
  if (done.reason === "alt-missing") return refused({ [first]: m.newsletters_image_alt_missing() });
  return refused({ image: imageRefusals[done.reason]() });
}

/** What is said of a body that was over the limit; it has been thrown away unread. */
export function imageTooLarge(): IssueAnswer {
  const errors = { image: m.newsletters_image_too_large() };
  return { ok: false, status: 413, refusal: { ...empty, errors, part: "image" } };
}
