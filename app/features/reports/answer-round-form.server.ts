import { data } from "@remix-run/node";
import { isUuid } from "~/domain/shared/ids";
import { attachToCase } from "~/features/reports/attach-to-case.server";
import { sendToOwners } from "~/features/reports/send-to-owners.server";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { notFound } from "~/platform/http/responses.server";

export type RefusedRound = { send?: string; bodyId?: string };

type Of = { access: Access; roundId: string; slug: string; now: Date };

/** Does what a form of a round's page asks: sends the owners their links, or puts the report in the queue of a body. */
export async function answerRoundForm(form: FormData, { access, roundId, slug, now }: Of) {
  const refuse = (refused: RefusedRound, status: number) =>
    ({ ok: false, refusal: data<RefusedRound>(refused, { status }) }) as const;
  if (!isUuid(roundId)) notFound();
  if (form.get("intent") === "case") {
    const bodyId = String(form.get("bodyId") ?? "");
    if (!isUuid(bodyId)) return refuse({ bodyId: m.cases_body_missing() }, 400);
    const attached = await withRegion(access, (db) => attachToCase(db, { roundId, bodyId }));
    if (attached.ok) return { ok: true, to: paths.case(slug, attached.caseId), said: m.reports_case_added() } as const;
    if (attached.reason === "not-found") notFound();
    const isOpen = attached.reason === "case-open";
    return refuse({ bodyId: isOpen ? m.reports_case_open() : m.cases_body_missing() }, isOpen ? 409 : 400);
  }
  if (form.get("intent") !== "send") return refuse({ send: m.reports_own_failed() }, 400);
  const toldAt = String(form.get("toldAt") ?? "") || null;
  const sent = await withRegion(access, (db) => sendToOwners(db, { roundId, toldAt, now }));
  if (sent.ok) return { ok: true, to: paths.round(slug, roundId), said: m.reports_sent({ n: sent.sent }) } as const;
  if (sent.reason === "not-found") notFound();
  const words = {
    frozen: m.reports_frozen(),
    nobody: m.reports_send_nobody(),
    "nothing-asked": m.reports_send_nothing_asked(),
    "sent-meanwhile": m.reports_send_meanwhile(),
  };
  return refuse({ send: words[sent.reason] }, 409);
}
