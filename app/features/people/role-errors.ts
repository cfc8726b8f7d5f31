import type { EndRefusal } from "~/features/people/end-role.server";
import type { RoleRefusal } from "~/features/people/give-role.server";
import { m } from "~/i18n/messages/messages";
import type { FormErrors } from "~/platform/http/forms.server";

/** A refused role, at the field where it can be put right. */
export function roleErrors(reason: RoleRefusal): FormErrors {
  const errors: Record<RoleRefusal, () => FormErrors> = {
    "no-such-person": () => ({ form: m.common_changed_meanwhile() }),
    "no-such-actor": () => ({ actorId: m.people_actor_unknown() }),
    "actor-missing": () => ({ actorId: m.people_actor_missing() }),
    "end-before-start": () => ({ last: m.people_end_before_start() }),
    "through-municipality": () => ({ kind: m.people_through_municipality() }),
    "already-held": () => ({ kind: m.people_already_held() }),
  };
  return errors[reason]();
}

/** Why a role cannot be ended as asked. */
export function endErrors(reason: EndRefusal): FormErrors {
  const errors: Record<EndRefusal, () => FormErrors> = {
    "no-such-role": () => ({ form: m.common_changed_meanwhile() }),
    "through-municipality": () => ({ form: m.people_through_municipality() }),
    "already-ended": () => ({ form: m.people_already_ended() }),
    "end-before-start": () => ({ endDay: m.people_end_before_start() }),
    "last-coordinator": () => ({ form: m.people_last_coordinator() }),
  };
  return errors[reason]();
}
