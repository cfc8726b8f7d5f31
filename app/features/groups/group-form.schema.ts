import { z } from "zod";
import { groupKinds, groupParts } from "~/domain/groups/words";
import { m } from "~/i18n/messages/messages";
import { dayField, emailField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

const day = () => dayField(m.groups_day_invalid());

const span = () => ({
  first: orNull(day(), m.groups_day_invalid()),
  last: orNull(day(), m.groups_day_invalid()),
});

const id = () => z.uuid(m.groups_choose());

/** A group: what it is called and is for, whose it is, and its first and last day. */
export function groupSchema() {
  return z.object({
    version: versionField().prefault(0),
    name: textField(200),
    kind: z.enum(groupKinds, m.groups_kind_missing()),
    purpose: linesField(2000),
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
        name: textField(120),
        email: emailField(),
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
