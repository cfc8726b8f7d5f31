import { z } from "zod";
import { roleKinds } from "~/domain/auth/permissions";
import { m } from "~/i18n/messages/messages";

/** Days a role can begin or end on; further off is a slip of the keyboard. */
const [earliest, latest] = ["2000-01-01", "2100-12-31"];

const text = (max: number) =>
  z.string(m.common_required()).trim().min(1, m.common_required()).max(max, m.common_too_long({ max }));

const email = () =>
  z
    .string(m.common_required())
    .trim()
    .toLowerCase()
    .min(1, m.common_required())
    .max(254, m.common_too_long({ max: 254 }))
    .pipe(z.email(m.common_email_invalid()));

const day = () =>
  z.iso.date(m.people_day_invalid()).refine((date) => date >= earliest && date <= latest, m.people_day_invalid());

const optional = <S extends z.ZodType>(schema: S, message: string) =>
  z.union([z.literal("").transform(() => null), schema], message).prefault("" as z.input<S> & "");

const role = () => ({
  kind: z.enum(roleKinds, m.people_kind_missing()),
  actorId: optional(z.uuid(), m.people_actor_unknown()),
  first: day(),
  last: optional(day(), m.people_day_invalid()),
});

export const personSchema = () => z.object({ name: text(120), email: email() });
export const roleSchema = () => z.object(role());
export const newMemberSchema = () => z.object({ ...personSchema().shape, ...role() });
export const endRoleSchema = () => z.object({ role: z.uuid(), endDay: day() });
