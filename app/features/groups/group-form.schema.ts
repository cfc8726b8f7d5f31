import { z } from "zod";
import { groupKinds, groupParts } from "~/domain/groups/words";
import { m } from "~/i18n/messages/messages";

/** Days a group can begin or end on; further off is a slip of the keyboard. */
const [earliest, latest] = ["1990-01-01", "2100-12-31"];

const day = () =>
  z.iso.date(m.groups_day_invalid()).refine((date) => date >= earliest && date <= latest, m.groups_day_invalid());

const orNull = <S extends z.ZodType>(schema: S, message: string) =>
  z.union([z.literal("").transform(() => null), schema], message).prefault("" as z.input<S> & "");

const text = (max: number) =>
  z.string(m.common_required()).trim().min(1, m.common_required()).max(max, m.common_too_long({ max }));

const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, m.common_too_long({ max }))
    .transform((typed) => typed.replace(/\r\n?/g, "\n"))
    .prefault("");

const span = () => ({
  first: orNull(day(), m.groups_day_invalid()),
  last: orNull(day(), m.groups_day_invalid()),
});

const id = () => z.uuid(m.groups_choose());

/** A group: what it is called and is for, whose it is, and its first and last day. */
export function groupSchema() {
  return z.object({
    version: z.coerce.number().int().prefault(0),
    name: text(200),
    kind: z.enum(groupKinds, m.groups_kind_missing()),
    purpose: lines(2000),
    actorId: orNull(id(), m.groups_actor_unknown()),
    ...span(),
  });
}

const part = () => z.enum(groupParts, m.groups_part_missing());

/** Whom a person represents: "actor:<id>", "municipality:<id>", or nobody. */
const represents = () =>
  orNull(z.string().regex(/^(actor|municipality):[0-9a-f-]{36}$/i, m.groups_choose()), m.groups_choose()).transform(
    (words) => {
      const [kind, of = null] = (words ?? "").split(":");
      return {
        actorId: kind === "actor" ? of : null,
        municipalityId: kind === "municipality" ? of : null,
      };
    },
  );

/** Somebody becomes a member; a person who is not chosen is named with an address. */
export function newPersonMemberSchema(known: boolean) {
  const person = known
    ? { person: id() }
    : {
        name: text(120),
        email: z
          .string(m.common_required())
          .trim()
          .toLowerCase()
          .min(1, m.common_required())
          .max(254, m.common_too_long({ max: 254 }))
          .pipe(z.email(m.common_email_invalid())),
      };
  return z.object({ ...person, represents: represents(), part: part(), ...span() });
}

/** An actor, municipality or group becomes a member. */
export function newOtherMemberSchema() {
  return z.object({ of: id(), part: part(), ...span() });
}

/** What can be changed of a member: the part, whom a person represents, and the days. */
export function memberSchema() {
  return z.object({ represents: represents(), part: part(), ...span() });
}
