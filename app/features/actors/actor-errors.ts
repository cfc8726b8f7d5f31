import type { ActorRefusal } from "~/features/actors/keep-actor.server";
import { m } from "~/i18n/messages/messages";
import type { FormErrors } from "~/platform/http/forms.server";

/** Why an actor cannot be saved as it was filled in, at the field where it can be put right. */
export function actorErrors(refused: ActorRefusal): FormErrors {
  if (refused.reason === "alias-taken") {
    const { alias, means } = refused;
    return {
      aliases: means === null ? m.actors_alias_nobody({ alias }) : m.actors_alias_taken({ alias, name: means }),
    };
  }
  const errors: Record<typeof refused.reason, () => FormErrors> = {
    "end-before-start": () => ({ last: m.actors_end_before_start() }),
    "no-such-parent": () => ({ parentId: m.actors_parent_unknown() }),
    "own-unit": () => ({ parentId: m.actors_parent_self() }),
    "parent-is-unit": () => ({ parentId: m.actors_parent_is_unit() }),
    "has-units": () => ({ parentId: m.actors_has_units() }),
  };
  return errors[refused.reason]();
}
