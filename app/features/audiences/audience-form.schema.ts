import { z } from "zod";
import type { Whom, WhomKind } from "~/domain/audiences/rule";
import { m } from "~/i18n/messages/messages";
import { emailField, linesField, textField, versionField } from "~/platform/http/form-fields";

const version = () => versionField().prefault(0);

/** What an audience is called, and what it is for. */
export function audienceSchema() {
  return z.object({
    version: version(),
    name: textField(120),
    description: linesField(1000),
  });
}

const chosen = () => z.uuid(m.audiences_choose_one());
const frame = () => ({ version: version(), excludes: z.enum(["true", "false"]).prefault("false") });
const part = (fields: { version: number; excludes: string }, whom: Whom) => ({
  version: fields.version,
  excludes: fields.excludes === "true",
  whom,
});

/** The id of what a part names, by its kind. */
const byId: Record<Exclude<WhomKind, "contact_persons" | "address">, (id: string) => Whom> = {
  area: (areaId) => ({ kind: "area", areaId }),
  municipality: (municipalityId) => ({ kind: "municipality", municipalityId }),
  network: (networkId) => ({ kind: "network", networkId }),
  group: (groupId) => ({ kind: "group", groupId }),
  actor: (actorId) => ({ kind: "actor", actorId }),
  person: (personId) => ({ kind: "person", personId }),
};

/** A part of a rule of one kind: whom it names, and whether it takes in or leaves out. */
export function partSchema(kind: WhomKind): z.ZodType<{ version: number; excludes: boolean; whom: Whom }> {
  if (kind === "contact_persons") return z.object(frame()).transform((fields) => part(fields, { kind }));
  if (kind === "address")
    return z
      .object({ ...frame(), name: textField(120), email: emailField() })
      .transform(({ name, email: address, ...fields }) => part(fields, { kind, name, address }));
  return z.object({ ...frame(), of: chosen() }).transform(({ of, ...fields }) => part(fields, byId[kind](of)));
}
