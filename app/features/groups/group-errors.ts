import type { MemberRefusal } from "~/features/groups/change-members.server";
import type { GroupRefusal } from "~/features/groups/keep-group.server";
import { m } from "~/i18n/messages/messages";
import type { FormErrors } from "~/platform/http/forms.server";

type Refused =
  | { reason: Exclude<MemberRefusal, "not-found"> }
  | { reason: "circle"; names: string[] }
  | { reason: "not-found" };

/** Why somebody cannot be a member as asked, at the field where it can be put right. */
export function memberErrors(refused: Refused): FormErrors {
  if (refused.reason === "circle")
    return { of: m.groups_circle({ circle: refused.names.map((name) => `«${name}»`).join(" → ") }) };
  const errors: Record<Exclude<Refused["reason"], "circle">, () => FormErrors> = {
    "not-found": () => ({ form: m.common_changed_meanwhile() }),
    nobody: () => ({ form: m.groups_nobody() }),
    "end-before-start": () => ({ last: m.groups_end_before_start() }),
    "already-member": () => ({ form: m.groups_already_member() }),
  };
  return errors[refused.reason]();
}

/** Why a group cannot be saved as it was filled in. */
export function groupErrors(reason: GroupRefusal): FormErrors {
  return reason === "end-before-start" ? { last: m.groups_end_before_start() } : { actorId: m.groups_actor_unknown() };
}
