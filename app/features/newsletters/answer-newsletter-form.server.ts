import { data } from "@remix-run/node";
import { endNewsletter } from "~/features/newsletters/end-newsletter.server";
import { type KeptNewsletter, keepNewsletter } from "~/features/newsletters/keep-newsletter.server";
import type { RefusedNewsletter } from "~/features/newsletters/newsletter-form";
import { newsletterSchema } from "~/features/newsletters/newsletter-form.schema";
import { findNewsletter } from "~/features/newsletters/newsletters.db.server";
import { type PutLogo, putLogo, removeLogo } from "~/features/newsletters/put-logo.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

type Answer = { ok: true; id: string; done: string } | { ok: false; refusal: ReturnType<typeof refusing> };
type Input = { access: Access; id: string | null; now: Date };

const refusing = (refused: RefusedNewsletter, status: number) => data<RefusedNewsletter>(refused, { status });

/** Makes a newsletter of a submitted form, or changes the one of `id`; a refusal comes back with all that was typed. */
export async function answerNewsletterForm(form: FormData, input: Input): Promise<Answer> {
  const { id } = input;
  const intent = form.get("intent");
  if (id === null || intent === "save") return answerSettings(form, input);
  if (intent === "logo" || intent === "remove-logo") return answerLogo(form, { ...input, id, put: intent === "logo" });
  if (intent === "end" || intent === "resume") return answerEnd(form, { ...input, id, ended: intent === "end" });
  return { ok: false, refusal: refusing({ about: "settings", errors: {}, values: {}, editors: [] }, 400) };
}

async function answerSettings(form: FormData, { access, id, now }: Input): Promise<Answer> {
  const [values, editors] = [valuesOf(form), form.getAll("editors[]").map(String)];
  const refuse = (errors: Record<string, string>, status: number, version?: number): Answer => ({
    ok: false,
    refusal: refusing(
      { about: "settings", errors, values, editors, ...(version !== undefined && { version }) },
      status,
    ),
  });
  const parsed = parseForm(form, newsletterSchema());
  if (!parsed.ok) return refuse(parsed.errors, 400);
  const { kept, version } = await withRegion(access, async (db) => ({
    kept: await keepNewsletter(db, { id, form: parsed.value, now }),
    version: id === null ? 0 : (await findNewsletter(db, id))?.version,
  }));
  if (kept.ok)
    return { ok: true, id: kept.id, done: id === null ? m.newsletters_settings_made() : m.newsletters_saved() };
  if ("field" in kept) return refuse({ [kept.field]: fieldWords(kept) }, 400);
  if (kept.reason === "not-found") notFound();
  return refuse({ form: m.common_changed_meanwhile() }, 409, version);
}

function fieldWords({ reason, field }: Extract<KeptNewsletter, { field: string }>): string {
  if (reason === "taken") return m.newsletters_settings_name_taken();
  if (reason === "nobody") return m.newsletters_settings_nobody();
  return field === "editors" ? m.newsletters_settings_editor_gone() : m.newsletters_settings_audience_gone();
}

/** What is said of a body that was over the limit; it has been thrown away unread. */
export function logoTooLarge() {
  const errors = { logo: m.newsletters_image_too_large() };
  return refusing({ about: "logo", errors, values: {}, editors: [] }, 413);
}

async function answerLogo(
  form: FormData,
  { access, id, put }: { access: Access; id: string; put: boolean },
): Promise<Answer> {
  const refuse = (errors: Record<string, string>, status: number): Answer => ({
    ok: false,
    refusal: refusing({ about: "logo", errors, values: {}, editors: [] }, status),
  });
  const version = versionOf(form);
  const file = form.get("logo");
  if (put && (!(file instanceof File) || file.size === 0)) return refuse({ logo: m.newsletters_image_missing() }, 400);
  const result: PutLogo =
    put && file instanceof File
      ? await putLogo(access, { id, version, bytes: new Uint8Array(await file.arrayBuffer()) })
      : await removeLogo(access, { id, version });
  if (result.ok) return { ok: true, id, done: put ? m.newsletters_logo_put() : m.newsletters_logo_removed() };
  if (result.reason === "not-found") notFound();
  if (result.reason === "changed-meanwhile") return refuse({ form: m.common_changed_meanwhile() }, 409);
  const words = result.reason === "too-large" ? m.newsletters_image_too_large() : m.newsletters_image_other();
  return refuse({ logo: words }, 400);
}

async function answerEnd(
  form: FormData,
  { access, id, now, ended }: { access: Access; id: string; now: Date; ended: boolean },
): Promise<Answer> {
  const result = await withRegion(access, (db) => endNewsletter(db, { id, version: versionOf(form), ended, now }));
  if (result.ok) {
    const { name } = result;
    return { ok: true, id, done: ended ? m.newsletters_ended_done({ name }) : m.newsletters_resumed_done({ name }) };
  }
  if (result.reason === "not-found") notFound();
  const errors = { form: m.common_changed_meanwhile() };
  return { ok: false, refusal: refusing({ about: "logo", errors, values: {}, editors: [] }, 409) };
}

/** The version a form was filled from; what is none fits none. */
function versionOf(form: FormData): number {
  const version = readVersion(form.get("version"));
  return Number.isInteger(version) && Math.abs(version) < 2 ** 31 ? version : -1;
}
