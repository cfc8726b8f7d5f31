import { can } from "~/domain/auth/permissions";
import { assignContactPerson } from "~/features/municipalities/assign-contact-person.server";
import { chooseWrittenStandard } from "~/features/municipalities/choose-written-standard.server";
import type { MunicipalityRefusal } from "~/features/municipalities/contact-person-panel";
import { endContactPerson } from "~/features/municipalities/end-contact-person.server";
import { openContactRoles } from "~/features/municipalities/municipalities.db.server";
import { contactPersonSchema, writtenStandardSchema } from "~/features/municipalities/municipality-form.schema";
import type { MunicipalityAccess } from "~/features/municipalities/require-municipality.server";
import { m } from "~/i18n/messages/messages";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, valuesOf } from "~/platform/http/forms.server";
import { forbidden } from "~/platform/http/responses.server";

/** `staysIn` is false for somebody who has just given away what let her see the municipality. */
type Changed = { ok: true; message: string; staysIn: boolean } | { ok: false; refusal: MunicipalityRefusal };

/** Carries out one of the municipality page's forms, as its field `intent` names it. */
export async function changeMunicipality(found: MunicipalityAccess, form: FormData): Promise<Changed> {
  const intent = form.get("intent");
  if (intent === "standard") return chooseStandard(found, form);
  if (!can(found.roles, "contact-person.assign", { municipalityId: found.municipality.id })) forbidden();
  return intent === "end" ? end(found, form) : assign(found, form);
}

async function assign(
  { access, roles, personId, municipality, today }: MunicipalityAccess,
  form: FormData,
): Promise<Changed> {
  const parsed = parseForm(form, contactPersonSchema());
  if (!parsed.ok) return { ok: false, refusal: { intent: "assign", errors: parsed.errors, values: parsed.values } };
  const { name, email, replaces } = parsed.value;
  const input = { municipalityId: municipality.id, name, email, today, replaces };
  const result = await withRegion(access, (db) => assignContactPerson(db, input));
  if (result.ok) {
    const message = m.municipalities_assigned({ name, municipality: municipality.name });
    return { ok: true, message, staysIn: result.ended !== personId || seesWithout(roles, municipality.id) };
  }
  const refusal = { intent: "assign" as const, errors: {}, values: { name, email } };
  if (result.reason === "has-contact-person") return { ok: false, refusal: { ...refusal, asks: result.current } };
  const errors = { email: m.municipalities_already({ name: result.current.name }) };
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
    const held = (await openContactRoles(db, municipalityId, today)).find(({ validFrom }) => validFrom <= today);
    if (!held) return { ok: true, message: m.municipalities_ended({ municipality: municipality.name }), staysIn: true };
    const asks = { personId: held.personId, name: held.person.name };
    if (ends !== held.personId) return { ok: false, refusal: { ...refusal, asks } };
    const result = await endContactPerson(db, { municipalityId, personId: ends, today });
    if (!result.ok) return { ok: false, refusal: { ...refusal, asks } };
    const staysIn = ends !== personId || seesWithout(roles, municipalityId);
    return { ok: true, message: m.municipalities_ended({ municipality: municipality.name }), staysIn };
  });
}

async function chooseStandard({ access, roles, municipality }: MunicipalityAccess, form: FormData): Promise<Changed> {
  if (!can(roles, "municipalities.edit")) forbidden();
  const parsed = parseForm(form, writtenStandardSchema());
  if (!parsed.ok) return { ok: false, refusal: { intent: "standard", errors: parsed.errors, values: parsed.values } };
  const { number } = municipality;
  await withRegion(access, (db) => chooseWrittenStandard(db, { number, standard: parsed.value.standard }));
  return { ok: true, message: m.municipalities_standard_saved(), staysIn: true };
}

/** Whether she still sees the municipality when she is no longer its contact person. */
function seesWithout(roles: MunicipalityAccess["roles"], municipalityId: string): boolean {
  const rest = roles.filter((role) => role.kind !== "contact_person" || role.municipalityId !== municipalityId);
  return can(rest, "municipalities.see", { municipalityId });
}
