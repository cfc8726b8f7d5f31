import { data } from "@remix-run/node";
import { isUuid } from "~/domain/shared/ids";
import { longestAreaText, writeAreaText } from "~/features/action-plan/write-area-text.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";

/** Writes the text of an area of a submitted form; a refusal keeps what was typed. */
export async function answerAreaText(
  form: FormData,
  { access, year, slug }: { access: Access; year: number; slug: string },
) {
  const id = form.get("area");
  if (!isUuid(id)) notFound();
  const text = (name: string) => String(form.get(name) ?? "").replace(/\r\n?/g, "\n");
  const body = text("body").trim();
  const written = await withRegion(access, (db) => writeAreaText(db, { year, id, was: text("was"), body }));
  if (written.ok) throw redirectWithToast(paths.actionPlanAbout(slug, year), m.action_plan_area_saved());
  if (written.reason === "not-found") notFound();
  const words = {
    closed: m.action_plan_is_closed,
    "changed-meanwhile": m.common_changed_meanwhile,
    "too-long": () => m.common_too_long({ max: longestAreaText }),
  };
  const message = words[written.reason]();
  return data({ message, typed: { body, message } }, { status: written.reason === "too-long" ? 400 : 409 });
}
