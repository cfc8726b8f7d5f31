import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { emailField, orNull, textField } from "~/platform/http/form-fields";

/** Who came without being on the list. */
export const walkInSchema = () =>
  z.object({
    name: textField(200),
    email: emailField(),
    municipality: orNull(z.uuid(), m.common_required()),
    organisation: z
      .string()
      .trim()
      .max(200, m.common_too_long({ max: 200 }))
      .prefault(""),
  });

export type WalkIn = z.output<ReturnType<typeof walkInSchema>>;
