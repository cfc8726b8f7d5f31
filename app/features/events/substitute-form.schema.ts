import { z } from "zod";
import { m } from "~/i18n/messages/messages";
import { emailField, linesField, textField } from "~/platform/http/form-fields";

/** Somebody by name and address. The name can stand in a mail's head: one line, without what has a meaning there. */
export const namedPersonSchema = () =>
  z.object({
    name: textField(120).regex(/^[^<>"\p{Cc}\u2028\u2029]*$/u, m.events_substitute_name_invalid()),
    email: emailField(),
  });

export const substituteNoteSchema = () => z.object({ note: linesField(500) });
