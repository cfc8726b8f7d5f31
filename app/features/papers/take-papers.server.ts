import { addPapers, mostPapers } from "~/features/papers/add-papers.server";
import { receivePapers } from "~/features/papers/receive-papers.server";
import { m } from "~/i18n/messages/messages";
import type { Access } from "~/platform/db/region-db.server";
import { type FormValues, valuesOf } from "~/platform/http/forms.server";

type Problem = { field: string; message: string };
type Refusal = { ok: false; status: 400 | 404 | 413; problems: Problem[]; values: FormValues };

/** Takes the papers a form brings to an event: what was done in words, or what stands against it. */
export async function takePapers(
  form: FormData,
  access: Access,
  eventId: string,
): Promise<{ ok: true; said: string } | Refusal> {
  const refuse = (status: Refusal["status"], ...problems: Problem[]): Refusal => ({
    ok: false,
    status,
    problems,
    values: valuesOf(form),
  });
  const received = await receivePapers(form);
  if (!received.ok) return refuse(400, ...received.problems);
  const itemId = form.get("itemId");
  const result = await addPapers(access, {
    eventId,
    itemId: typeof itemId === "string" ? itemId : null,
    open: form.get("open") === "on",
    files: received.files,
    link: received.link,
  });
  if (result.ok) return { ok: true, said: m.papers_added({ n: result.count }) };
  if (result.reason === "gone") return refuse(404, { field: "files", message: m.papers_event_gone() });
  return refuse(400, { field: "files", message: m.papers_event_full({ most: mostPapers }) });
}

/** What is said of a body that was over the limit; it has been thrown away unread. */
export function tooLarge(): Refusal {
  return { ok: false, status: 413, problems: [{ field: "files", message: m.papers_body_too_large() }], values: {} };
}
