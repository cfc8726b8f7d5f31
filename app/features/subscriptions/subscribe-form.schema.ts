import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { emailField } from "~/platform/http/form-fields";

/** What somebody writes who asks for newsletters. */
export function subscribeSchema() {
  return z.object({
    newsletter: z.array(z.uuid(m.subscriptions_which_needed()), m.subscriptions_which_needed()).min(1).max(20),
    email: emailField(),
  });
}
