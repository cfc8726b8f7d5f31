import { isUuid } from "~/domain/shared/ids";
import { addPart } from "~/features/cases/add-part.server";
import { answerQueueForm } from "~/features/cases/answer-queue-form.server";
import { partSchema } from "~/features/cases/case-form.schema";
import type { CaseRefusal } from "~/features/cases/case-page";
import { addCasePapers, mostCasePapers, moveCasePaper, removeCasePaper } from "~/features/cases/case-papers.server";
import { movePart, removePart, withdrawCase } from "~/features/cases/edit-case.server";
import { receivePapers } from "~/features/papers/receive-papers.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";

type Answered = { ok: true; said: string; to?: string } | { ok: false; status: 400 | 404 | 409; refusal: CaseRefusal };

const gone: Answered = { ok: false, status: 404, refusal: {} };
const no = (said: string): Answered => ({ ok: false, status: 409, refusal: { said } });

/** Does what a form of a case's page asks. */
export async function answerCasePage(
  form: FormData,
  { access, caseId, slug }: { access: Access; caseId: string; slug: string },
): Promise<Answered> {
  const intent = String(form.get("intent"));
  const partId = form.get("part");
  const parentId = form.get("parent");
  const paperId = form.get("paper");
  const inside = <T>(work: Parameters<typeof withRegion<T>>[1]) => withRegion(access, work);
  if (intent === "part-add") return addOne(form, access, caseId);
  if (intent === "part-up" || intent === "part-down" || intent === "part-remove") {
    if (!isUuid(partId) || !isUuid(parentId)) return gone;
    if (intent === "part-remove") {
      const removed = await inside((db) => removePart(db, { caseId: parentId, partId }));
      if (removed.ok) return { ok: true, said: m.cases_part_removed({ title: removed.title }) };
      return removed.reason === "gone" ? gone : no(m.cases_part_treated());
    }
    const by = intent === "part-up" ? -1 : 1;
    const moved = await inside((db) => movePart(db, { caseId: parentId, partId, by }));
    return moved.ok ? { ok: true, said: m.cases_moved({ title: moved.title, place: moved.place }) } : gone;
  }
  if (intent === "paper-add") return addFiles(form, access, caseId);
  if (intent === "paper-up" || intent === "paper-down") {
    if (!isUuid(paperId)) return gone;
    const by = intent === "paper-up" ? -1 : 1;
    const moved = await inside((db) => moveCasePaper(db, { caseId, paperId, by }));
    return moved.ok ? { ok: true, said: m.cases_paper_moved({ name: moved.name }) } : gone;
  }
  if (intent === "paper-remove") {
    const removed = isUuid(paperId) ? await removeCasePaper(access, { caseId, paperId }) : ({ ok: false } as const);
    return removed.ok ? { ok: true, said: m.cases_paper_removed({ name: removed.name }) } : gone;
  }
  if (intent === "take-up") {
    form.set("case", caseId);
    const taken = await inside((db) => answerQueueForm(db, form, slug));
    if (taken.ok) return taken;
    return taken.status === 404 ? gone : no(taken.said);
  }
  const back = intent === "back";
  if (intent !== "withdraw" && !back) return { ok: false, status: 400, refusal: {} };
  const done = await inside((db) => withdrawCase(db, { caseId, back }));
  if (done.ok) return { ok: true, said: back ? m.cases_put_back_done() : m.cases_withdrawn() };
  return done.reason === "gone" ? gone : no(m.common_changed_meanwhile());
}

async function addOne(form: FormData, access: Access, caseId: string): Promise<Answered> {
  const parsed = parseForm(form, partSchema());
  const values = valuesOf(form);
  if (!parsed.ok) return { ok: false, status: 400, refusal: { part: { errors: parsed.errors, values } } };
  const [under, as] = String(form.get("as") ?? `${caseId} lettered`).split(" ");
  if (!isUuid(under)) return gone;
  const added = await withRegion(access, (db) =>
    addPart(db, { ...parsed.value, caseId: under, lettered: as !== "bullet" }),
  );
  if (added.ok) return { ok: true, said: m.cases_part_added({ title: parsed.value.title }) };
  if (added.reason === "gone") return gone;
  const errors = { as: added.reason === "too-deep" ? m.cases_part_too_deep() : m.cases_part_treated() };
  return { ok: false, status: 409, refusal: { part: { errors, values } } };
}

async function addFiles(form: FormData, access: Access, caseId: string): Promise<Answered> {
  const received = await receivePapers(form);
  const values = valuesOf(form);
  if (!received.ok) return { ok: false, status: 400, refusal: { papers: { problems: received.problems, values } } };
  const added = await addCasePapers(access, { caseId, files: received.files, link: received.link });
  if (added.ok) return { ok: true, said: m.papers_added({ n: added.count }) };
  if (added.reason === "gone") return gone;
  const problems = [{ field: "files", message: m.papers_event_full({ most: mostCasePapers }) }];
  return { ok: false, status: 409, refusal: { papers: { problems, values } } };
}
