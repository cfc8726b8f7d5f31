import { can } from "~/domain/auth/permissions";
import { askToHandOver } from "~/features/handover/ask-to-hand-over.server";
import { handOver } from "~/features/handover/hand-over.server";
import type { MunicipalityRefusal } from "~/features/municipalities/contact-person-panel";
import { contactPersonOf } from "~/features/municipalities/contact-persons.view.server";
import { endContactPerson } from "~/features/municipalities/end-contact-person.server";
import { contactPersonSchema } from "~/features/municipalities/municipality-form.schema";
import type { MunicipalityAccess } from "~/features/municipalities/require-municipality.server";
import { liftHold } from "~/features/people/hold-address.server";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { forbidden, notFound } from "~/platform/http/responses.server";

/** `staysIn` is false for somebody who has just given away what let her see the municipality. */
type Changed = { ok: true; message: string; staysIn: boolean } | { ok: false; refusal: MunicipalityRefusal };

/** Carries out one of the forms about a municipality's contact person, as its field `intent` names it. */
export async function changeContactPerson(found: MunicipalityAccess, form: FormData, now: Date): Promise<Changed> {
  if (!can(found.roles, "contact-person.assign", { municipalityId: found.municipality.id })) forbidden();
  const intent = form.get("intent");
  if (intent === "end") return end(found, form);
  if (intent === "ask") return ask(found, now);
  if (intent === "lift") return lift(found);
  return assign(found, form, now);
}

async function assign(
  { access, roles, personId, municipality, today }: MunicipalityAccess,
  form: FormData,
  now: Date,
): Promise<Changed> {
  const parsed = parseForm(form, contactPersonSchema());
  if (!parsed.ok) return { ok: false, refusal: { intent: "assign", errors: parsed.errors, values: parsed.values } };
  const { name, email, replaces } = parsed.value;
  const input = { municipalityId: municipality.id, name, email, today, replaces, now };
  const result = await withRegion(access, (db) => handOver(db, input));
  if (result.ok) {
    const message = m.municipalities_assigned({ name, municipality: municipality.name });
    return { ok: true, message, staysIn: result.ended !== personId || seesWithout(roles, municipality.id) };
  }
  const refusal = { intent: "assign" as const, errors: {}, values: { name, email } };
  if (result.reason === "has-contact-person") return { ok: false, refusal: { ...refusal, asks: result.current } };
  const self = result.current.personId === personId;
  const errors = {
    email: self ? m.municipalities_contact_self() : m.municipalities_already({ name: result.current.name }),
  };
  return { ok: false, refusal: { ...refusal, errors } };
}

async function end(
  { access, roles, personId, municipality, today }: MunicipalityAccess,
  form: FormData,
): Promise<Changed> {
  const municipalityId = municipality.id;
  const ends = form.get("ends");
  const refusal = { intent: "end" as const, errors: {}, values: valuesOf(form) };
  return withRegion(access, async (db): Promise<Changed> => {
    const held = await contactPersonOf(db, municipalityId, today);
    if (!held) return { ok: true, message: m.municipalities_ended({ municipality: municipality.name }), staysIn: true };
    const asks = { personId: held.personId, name: held.name };
    if (ends !== held.personId) return { ok: false, refusal: { ...refusal, asks } };
    const result = await endContactPerson(db, { municipalityId, personId: ends, today });
    if (!result.ok) return { ok: false, refusal: { ...refusal, asks } };
    const staysIn = ends !== personId || seesWithout(roles, municipalityId);
    return { ok: true, message: m.municipalities_ended({ municipality: municipality.name }), staysIn };
  });
}

async function ask({ access, municipality }: MunicipalityAccess, now: Date): Promise<Changed> {
  const asked = await withRegion(access, (db) => askToHandOver(db, { municipalityId: municipality.id, now }));
  if (!asked.ok) notFound();
  return { ok: true, message: m.municipalities_contact_asked({ name: asked.name }), staysIn: true };
}

async function lift({ access, municipality, today }: MunicipalityAccess): Promise<Changed> {
  await withRegion(access, async (db) => {
    const held = await contactPersonOf(db, municipality.id, today);
    if (!held || !(await liftHold(db, { personId: held.personId }))) notFound();
  });
  return { ok: true, message: m.municipalities_hold_lifted(), staysIn: true };
}

/** Whether she still sees the municipality when she is no longer its contact person. */
function seesWithout(roles: MunicipalityAccess["roles"], municipalityId: string): boolean {
  const rest = roles.filter((role) => role.kind !== "contact_person" || role.municipalityId !== municipalityId);
  return can(rest, "municipalities.see", { municipalityId });
}
