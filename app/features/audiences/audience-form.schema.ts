import { z } from "zod";
import type { Whom, WhomKind } from "~/domain/audiences/rule";
import { m } from "~/i18n/messages/messages";

const text = (max: number) =>
  z.string(m.common_required()).trim().min(1, m.common_required()).max(max, m.common_too_long({ max }));

const version = () => z.coerce.number().int().prefault(0);

/** What an audience is called, and what it is for. */
export function audienceSchema() {
  return z.object({
    version: version(),
    name: text(120),
    description: z
      .string()
      .trim()
      .max(1000, m.common_too_long({ max: 1000 }))
      .transform((typed) => typed.replace(/\r\n?/g, "\n"))
      .prefault(""),
  });
}

const chosen = () => z.uuid(m.audiences_choose_one());
const email = () =>
  z
    .string(m.common_required())
    .trim()
    .toLowerCase()
    .min(1, m.common_required())
    .max(254, m.common_too_long({ max: 254 }))
    .pipe(z.email(m.common_email_invalid()));

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
      .object({ ...frame(), name: text(120), email: email() })
      .transform(({ name, email: address, ...fields }) => part(fields, { kind, name, address }));
  return z.object({ ...frame(), of: chosen() }).transform(({ of, ...fields }) => part(fields, byId[kind](of)));
}
