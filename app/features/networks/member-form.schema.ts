import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { dayField } from "~/platform/http/form-fields";

const days = () => ({
  from: dayField(m.networks_day_missing()),
  last: z
    .union([z.literal(""), dayField(m.networks_day_missing())])
    .default("")
    .transform((day) => day || null),
});

const chosen = () => z.array(z.uuid(m.networks_choice_gone())).max(500).default([]);

/** Who is to come in, from the first day to the last, both included. */
export function addMembersSchema() {
  return z.discriminatedUnion("intent", [
    z.object({
      intent: z.literal("add-municipalities"),
      municipalities: chosen(),
      area: z.union([z.literal(""), z.uuid(m.networks_choice_gone())]).default(""),
      ...days(),
    }),
    z.object({
      intent: z.literal("add-person"),
      person: z
        .string()
        .trim()
        .min(1, m.common_required())
        .max(200, m.common_too_long({ max: 200 })),
      personId: z.string().default(""),
      personName: z
        .string()
        .trim()
        .max(200, m.common_too_long({ max: 200 }))
        .default(""),
      ...days(),
    }),
    z.object({ intent: z.literal("add-group"), group: z.uuid(m.networks_choose_group()), ...days() }),
  ]);
}

export type AddMembersForm = z.output<ReturnType<typeof addMembersSchema>>;

/** Who is to go out, and after which day; or be taken away as never having been there. */
export function endMembersSchema() {
  return z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("end"), members: chosen(), last: dayField(m.networks_day_missing()) }),
    z.object({ intent: z.literal("remove"), members: chosen(), last: z.string().default("") }),
  ]);
}

export type EndMembersForm = z.output<ReturnType<typeof endMembersSchema>>;
