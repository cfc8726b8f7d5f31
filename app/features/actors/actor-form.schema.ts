import { z } from "zod";
import { isWebAddress } from "~/domain/actors/rules";
import { actorKinds, actorTiers } from "~/domain/actors/words";
import { m } from "~/i18n/messages/messages";
import { dayField, emailField, linesField, orNull, versionField } from "~/platform/http/form-fields";

const longestName = 200;

const day = () => dayField(m.actors_day_invalid());

const oneLine = (max: number) =>
  z
    .string()
    .max(10 * max, m.common_too_long({ max }))
    .transform((typed) => typed.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, m.common_too_long({ max })));

const name = (max: number) => oneLine(max).pipe(z.string().min(1, m.common_required()));

const lastDay = () => orNull(day(), m.actors_day_invalid());
const span = () => ({ first: lastDay(), last: lastDay() });

/** An actor or unit. */
export function actorSchema() {
  return z.object({
    version: versionField().prefault(0),
    name: name(longestName),
    shortName: oneLine(40).prefault(""),
    kind: z.enum(actorKinds, m.actors_kind_missing()),
    tier: z.enum(actorTiers, m.actors_tier_missing()),
    role: linesField(5000),
    responsibility: linesField(5000),
    web: z
      .string()
      .trim()
      .max(2000, m.common_too_long({ max: 2000 }))
      .refine((typed) => typed === "" || isWebAddress(typed), m.actors_web_invalid())
      .prefault(""),
    ...span(),
    parentId: orNull(z.uuid(), m.actors_parent_unknown()),
    aliases: linesField(5000).refine(
      (typed) => typed.split("\n").every((line) => line.trim().length <= longestName),
      m.actors_alias_too_long({ max: longestName }),
    ),
  });
}

export const endActorSchema = () => z.object({ version: versionField(), endDay: day() });
export const newTaskSchema = () => z.object({ task: name(1000) });
export const taskSchema = () => z.object({ task: name(1000), last: lastDay() });
export const actorPersonSchema = () => z.object({ title: oneLine(120).prefault(""), ...span() });

/** Somebody comes to work for an actor; a person who is not chosen is named with an address. */
export function newActorPersonSchema(known: boolean) {
  const person = known
    ? { person: z.uuid() }
    : {
        name: name(120),
        email: emailField(),
      };
  return z.object({ ...person, ...actorPersonSchema().shape });
}
