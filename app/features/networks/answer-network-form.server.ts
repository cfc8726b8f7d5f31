import { data } from "@remix-run/node";
import type { HeldRole } from "~/domain/auth/permissions";
import type { RefusedNetwork } from "~/features/networks/network-form";
import { networkSchema } from "~/features/networks/network-form.schema";
import { findNetwork } from "~/features/networks/networks.db.server";
import { editNetwork, makeNetwork, type NetworkRefusal } from "~/features/networks/save-network.server";
import { m } from "~/i18n/messages/messages";
import { type Access, withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { notFound } from "~/platform/http/responses.server";

/** Makes a network of a submitted form, or saves the one of `id`; a refusal comes back with all that was typed. */
export async function answerNetworkForm(
  form: FormData,
  { access, roles, id }: { access: Access; roles: readonly HeldRole[]; id: string | null },
) {
  const typed = {
    values: valuesOf(form),
    operatorIds: form.getAll("operatorIds[]").map(String),
    areaIds: form.getAll("areaIds[]").map(String),
    open: form.get("open") === "on",
    people: [],
  };
  const refuse = (refused: Omit<RefusedNetwork, keyof typeof typed> & Partial<RefusedNetwork>, status: number) =>
    ({ ok: false, refusal: data<RefusedNetwork>({ ...typed, ...refused }, { status }) }) as const;
  const parsed = parseForm(form, networkSchema());
  if (!parsed.ok) return refuse({ errors: fieldErrors(parsed.errors) }, 400);
  const input = { form: parsed.value, roles };
  const { result, version } = await withRegion(access, async (db) => ({
    result: id === null ? await makeNetwork(db, input) : await editNetwork(db, { ...input, id }),
    version: id === null ? 0 : ((await findNetwork(db, id))?.version ?? 0),
  }));
  if (result.ok) return result;
  if (!("field" in result)) {
    if (result.reason === "not-found") notFound();
    return refuse({ errors: { form: m.common_changed_meanwhile() }, version }, 409);
  }
  const people = result.reason === "person-several" ? result.choices : [];
  return refuse({ errors: { [result.field]: refusalWords(result) }, people }, 400);
}

/** An error in one of several choices belongs to the group. */
function fieldErrors(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, message]) => [field.split(".")[0] ?? field, message]));
}

function refusalWords({ reason }: Extract<NetworkRefusal, { field: string }>): string {
  return {
    "choice-gone": () => m.networks_choice_gone(),
    "not-own": () => m.networks_operators_own(),
    "person-unknown": () => m.networks_person_unknown(),
    "person-several": () => m.networks_person_several(),
  }[reason]();
}
