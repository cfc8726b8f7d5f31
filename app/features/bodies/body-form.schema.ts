import { z } from "zod";
import { bodyKinds, bodyParts } from "~/domain/bodies/words";
import { minutesOf } from "~/domain/regions/clock-minutes";
import { m } from "~/i18n/messages/messages";
import { dayField, linesField, orNull, textField, versionField } from "~/platform/http/form-fields";

const day = () => dayField(m.bodies_day_invalid());
const span = () => ({
  first: orNull(day(), m.bodies_day_invalid()),
  last: orNull(day(), m.bodies_day_invalid()),
});

const id = () => z.uuid(m.bodies_choose());

const whole = (from: number, to: number) => {
  const message = m.bodies_number_invalid({ from, to });
  return z.coerce.number(message).int(message).min(from, message).max(to, message);
};

/** Digits, as a number between two; nothing filled in is null. */
const wholeOrNull = (from: number, to: number) => {
  const message = m.bodies_number_invalid({ from, to });
  const digits = z
    .string()
    .regex(/^\d{1,4}$/, message)
    .transform(Number);
  return orNull(
    digits.refine((typed) => typed >= from && typed <= to, message),
    message,
  );
};

/** A time of day as minutes after midnight; nothing filled in is null. */
export const timeField = () =>
  z
    .string()
    .trim()
    .prefault("")
    .transform((typed, context) => {
      if (typed === "") return null;
      const minutes = minutesOf(typed.replace(".", ":"));
      if (minutes === null) context.addIssue({ code: "custom", message: m.bodies_time_invalid() });
      return minutes;
    });

const tick = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== "");

const short = (max: number) => z.string().trim().max(max, m.common_too_long({ max })).prefault("");

/** A body: what it is, its rules, and its first and last day. */
export function bodySchema() {
  return z.object({
    version: versionField().prefault(0),
    name: textField(200),
    shortName: short(40),
    kind: z.enum(bodyKinds, m.bodies_kind_missing()),
    purpose: linesField(2000),
    actorId: orNull(id(), m.bodies_actor_unknown()),
    nextId: orNull(id(), m.bodies_body_unknown()),
    quorum: wholeOrNull(1, 500),
    noticeDays: whole(0, 90),
    remarkDays: whole(0, 90),
    mayAttend: linesField(1000),
    opening: tick(),
    open: tick(),
    place: short(200),
    usualFrom: timeField(),
    usualTo: timeField(),
    ...span(),
  });
}

const part = () => z.enum(bodyParts, m.bodies_part_missing());

/** For whom somebody sits: "actor:<id>", "municipality:<id>", or nobody. */
const represents = () =>
  orNull(z.string().regex(/^(actor|municipality):[0-9a-f-]{36}$/i, m.bodies_choose()), m.bodies_choose()).transform(
    (words) => {
      const [kind, of = null] = (words ?? "").split(":");
      return { actorId: kind === "actor" ? of : null, municipalityId: kind === "municipality" ? of : null };
    },
  );

/**
 * A seat: a person, chosen (`person`), or named with an address, or an office alone; for whom; as what; and when.
 * `votes` is a box that is ticked for those who vote.
 */
export function seatSchema() {
  return z.object({
    version: versionField().prefault(0),
    person: orNull(id(), m.bodies_choose()),
    name: short(120),
    email: z
      .union([z.literal(""), z.string().trim().toLowerCase().max(254).pipe(z.email(m.common_email_invalid()))])
      .prefault(""),
    office: short(120),
    represents: represents(),
    part: part(),
    deputyForId: orNull(id(), m.bodies_no_such_member()),
    votes: tick(),
    ...span(),
  });
}

/** The same office in many municipalities. */
export function officesSchema() {
  return z.object({
    office: z.string(m.bodies_office_missing()).trim().min(1, m.bodies_office_missing()).max(120),
    municipalityIds: z.array(z.uuid(), m.bodies_municipalities_missing()).min(1, m.bodies_municipalities_missing()),
    part: part(),
    ...span(),
  });
}
