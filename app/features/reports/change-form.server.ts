import { type FormPart, mostOf, withChanged, withMoved, withNew, without } from "~/domain/reports/edit-form";
import { definitionOf, ownFigure } from "~/domain/reports/figure-definitions";
import type { FormColumn, FormFigure, FormText, RoundForm } from "~/domain/reports/round-form";
import { audit } from "~/features/audit/audit.server";
import { countAnswers } from "~/features/reports/report-content.db.server";
import { findRound, lockRound, updateRound } from "~/features/reports/reports.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Items = { columns: FormColumn; texts: FormText; figures: FormFigure };
type Words<P extends FormPart> = Omit<Items[P], "key">;
type Of<P extends FormPart> =
  | { do: "add"; part: P; item: Words<P> }
  | { do: "change"; part: P; key: string; item: Words<P> };

export type FormChange =
  | Of<"columns">
  | Of<"texts">
  | Of<"figures">
  | { do: "move"; part: FormPart; key: string; by: 1 | -1 }
  | { do: "remove"; part: FormPart; key: string };

export type ChangedForm =
  /** How many answers or texts are kept that are not asked for any more. */
  | { ok: true; kept: number }
  | {
      ok: false;
      reason:
        | "not-found"
        | "frozen"
        | "changed-meanwhile"
        | "empty"
        | "taken"
        | "too-many"
        | "last"
        | "unknown"
        | "gone";
    };

/** Changes what a round asks. What was answered to something that is taken away is kept. */
export async function changeForm(
  db: RegionDb,
  { id, version, change }: { id: string; version: number; change: FormChange },
): Promise<ChangedForm> {
  const round = await findRound(db, id);
  if (!round) return { ok: false, reason: "not-found" };
  await lockRound(db, id);
  const { form, state } = (await findRound(db, id)) ?? round;
  if (state === "submitted") return { ok: false, reason: "frozen" };
  const changed = changedForm(form, change);
  if (!changed.ok) return changed;
  if (!(await updateRound(db, { id, version }, { form: changed.form })))
    return { ok: false, reason: "changed-meanwhile" };
  await audit(db, {
    ...{ action: "updated", subject: "report-round", id },
    before: summaryOf(form, change.part),
    after: summaryOf(changed.form, change.part),
  });
  if (change.do !== "remove") return { ok: true, kept: 0 };
  if (change.part === "columns") return { ok: true, kept: await countAnswers(db, id, change.key) };
  return { ok: true, kept: change.part === "texts" && round.texts[change.key] ? 1 : 0 };
}

type Tried = { ok: true; form: RoundForm } | Extract<ChangedForm, { ok: false }>;

function changedForm(form: RoundForm, change: FormChange): Tried {
  const { part } = change;
  const has = (key: string) => form[part].some((item) => item.key === key);
  if (change.do === "add" || change.do === "change") {
    const own = change.do === "change" ? change.key : null;
    if (own !== null && !has(own)) return { ok: false, reason: "gone" };
    const words = nameOf(change.item);
    if (words === "") return { ok: false, reason: "empty" };
    if ("definition" in change.item && change.item.definition !== ownFigure && !definitionOf(change.item.definition))
      return { ok: false, reason: "unknown" };
    const same = (item: Items[FormPart]) => nameOf(item).toLowerCase() === words.toLowerCase();
    if (form[part].some((item) => item.key !== own && same(item))) return { ok: false, reason: "taken" };
    if (own !== null) return { ok: true, form: withChanged(form, part, own, change.item) };
    if (form[part].length >= mostOf[part]) return { ok: false, reason: "too-many" };
    return { ok: true, form: withNew(form, change as Parameters<typeof withNew>[1]) };
  }
  if (!has(change.key)) return { ok: false, reason: "gone" };
  if (change.do === "move") return { ok: true, form: withMoved(form, part, change.key, change.by) };
  if (part === "columns" && form.columns.length === 1) return { ok: false, reason: "last" };
  return { ok: true, form: without(form, part, change.key) };
}

/** What something asked is called; a figure that is counted is called by its definition. */
function nameOf(item: Words<"columns"> | Words<"texts"> | Words<"figures">): string {
  if ("definition" in item) return item.definition === ownFigure ? item.label : item.definition;
  return "heading" in item ? item.heading : item.label;
}

const summaryOf = (form: RoundForm, part: FormPart) => ({ [part]: form[part].map(nameOf).join(", ") });
