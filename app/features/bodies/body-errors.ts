import type { MemberRefusal } from "~/features/bodies/change-members.server";
import type { BodyRefusal } from "~/features/bodies/keep-body.server";
import { m } from "~/i18n/messages/messages";
import type { FormErrors } from "~/platform/http/forms.server";

/** Why a body cannot be saved as it was filled in, at the field where it can be put right. */
export function bodyErrors(reason: BodyRefusal): FormErrors {
  const errors: Record<BodyRefusal, () => FormErrors> = {
    "name-taken": () => ({ name: m.bodies_name_taken() }),
    "end-before-start": () => ({ last: m.bodies_end_before_start() }),
    "no-such-actor": () => ({ actorId: m.bodies_actor_unknown() }),
    "no-such-body": () => ({ nextId: m.bodies_body_unknown() }),
    "goes-round": () => ({ nextId: m.bodies_goes_round() }),
    "ends-before-it-begins": () => ({ usualTo: m.bodies_time_order() }),
  };
  return errors[reason]();
}

/** Why somebody cannot have a seat as asked. */
export function memberErrors(refused: MemberRefusal): FormErrors {
  if (refused.reason === "deputy-for-two") return { deputyForId: m.bodies_deputy_for_two({ name: refused.name }) };
  if (refused.reason === "leader-taken") return { part: m.bodies_leader_taken({ name: refused.name }) };
  const errors: Record<Exclude<MemberRefusal["reason"], "deputy-for-two" | "leader-taken">, () => FormErrors> = {
    "not-found": () => ({ form: m.common_changed_meanwhile() }),
    nobody: () => ({ form: m.bodies_nobody() }),
    unknown: () => ({ form: m.bodies_choose() }),
    "end-before-start": () => ({ last: m.bodies_end_before_start() }),
    "no-such-member": () => ({ deputyForId: m.bodies_no_such_member() }),
    "already-member": () => ({ form: m.bodies_already_member() }),
  };
  return errors[refused.reason]();
}
