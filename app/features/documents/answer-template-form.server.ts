import { type TemplateKind, templateKinds, writtenField } from "~/domain/documents/template-fields";
import { nameFromFile } from "~/domain/papers/paper-name";
import { isUuid } from "~/domain/shared/ids";
import { keepTemplate } from "~/features/documents/keep-template.server";
import { readTemplate, type TemplateProblem } from "~/features/documents/read-template.server";
import { templateKindNames } from "~/features/documents/template-words";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import type { Access } from "~/platform/db/region-db.server";

/** The largest template taken. Bytes. */
const largest = 5 * 1024 * 1024;

type Field = "kind" | "body" | "file";
export type TemplateRefusal = { problems: { field: Field; message: string }[]; kind: string; body: string };
type Answer = { ok: true; id: string; said: string } | { ok: false; refusal: TemplateRefusal };

/** Takes a template out of a submitted form and keeps it; `fixed` is what a replaced one is for. */
export async function answerTemplateForm(
  access: Access,
  form: FormData,
  fixed?: { kind: TemplateKind; bodyId: string | null },
): Promise<Answer> {
  const kind = fixed?.kind ?? templateKinds.find((one) => one === form.get("kind"));
  const body = String(form.get("body") ?? "");
  const refuse = (field: Field, ...messages: string[]): Answer => ({
    ok: false,
    refusal: { problems: messages.map((message) => ({ field, message })), kind: kind ?? "", body },
  });
  if (!kind) return refuse("kind", m.documents_template_no_kind());
  if (!fixed && kind !== "status_report" && body !== "" && !isUuid(body))
    return refuse("body", m.documents_template_no_body());
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refuse("file", m.documents_template_no_file());
  if (file.size > largest) return refuse("file", m.documents_template_too_large());
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readTemplate(bytes, kind);
  if (!read.ok) return refuse("file", ...read.problems.map(problemWords));
  const bodyId = fixed ? fixed.bodyId : kind === "status_report" || body === "" ? null : body;
  const name = nameFromFile(file.name) || templateKindNames[kind]();
  const kept = await keepTemplate(access, { kind, bodyId, name, bytes });
  if (!kept.ok) return refuse("body", m.documents_template_no_body());
  const said = { name, kind: templateKindNames[kind]().toLowerCase() };
  return {
    ok: true,
    id: kept.id,
    said: kept.replaced ? m.documents_template_replaced(said) : m.documents_template_kept(said),
  };
}

/** A file over the limit of the address has been thrown away: what is said of it. */
export const templateTooLarge = (): TemplateRefusal => ({
  ...{ problems: [{ field: "file", message: m.documents_template_too_large() }], kind: "", body: "" },
});

function problemWords(problem: TemplateProblem): string {
  const content = { field: writtenField("content", getLocale()) };
  const places = {
    body: m.documents_template_place_body,
    header: m.documents_template_place_header,
    footer: m.documents_template_place_footer,
    notes: m.documents_template_place_notes,
  };
  switch (problem.code) {
    case "unknown":
    case "other-kind": {
      const said = { field: `{{${problem.name}}}`, place: places[problem.place](), near: problem.near };
      return problem.code === "unknown" ? m.documents_template_unknown(said) : m.documents_template_other_kind(said);
    }
    case "broken":
      return m.documents_template_broken({ place: places[problem.place](), near: problem.near });
    case "no-content":
      return m.documents_template_no_content(content);
    case "content-place":
      return m.documents_template_content_place(content);
    default:
      return {
        "not-word": m.documents_template_not_word,
        unpacked: m.documents_template_unpacked,
        macros: m.documents_template_macros,
        objects: m.documents_template_objects,
        outside: m.documents_template_outside,
        reaching: m.documents_template_reaching,
      }[problem.code]();
  }
}
