import { z } from "zod";
import { roleKinds } from "~/domain/auth/permissions";
import { m } from "~/i18n/messages/messages";
import { dayField, emailField, orNull, textField } from "~/platform/http/form-fields";

const day = () => dayField(m.people_day_invalid(), "2000-01-01");

const role = () => ({
  kind: z.enum(roleKinds, m.people_kind_missing()),
  actorId: orNull(z.uuid(), m.people_actor_unknown()),
  first: day(),
  last: orNull(day(), m.people_day_invalid()),
});

export const personSchema = () => z.object({ name: textField(120), email: emailField() });
export const roleSchema = () => z.object(role());
export const newMemberSchema = () => z.object({ ...personSchema().shape, ...role() });
export const endRoleSchema = () => z.object({ role: z.uuid(), endDay: day() });
