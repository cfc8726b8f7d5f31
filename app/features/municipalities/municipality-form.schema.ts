import { z } from "zod";
import { isUuid } from "~/domain/shared/ids";
import { m } from "~/i18n/messages/messages";

/** Who is to be contact person, and whom she takes over from when that has been answered. */
export function contactPersonSchema() {
  return z.object({
    name: z
      .string()
      .trim()
      .min(1, m.municipalities_name_missing())
      .max(200, m.common_too_long({ max: 200 })),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email(m.common_email_invalid()).max(254, m.common_too_long({ max: 254 }))),
    replaces: z
      .string()
      .optional()
      .transform((id) => (isUuid(id) ? id : null)),
  });
}

/** The written standard a municipality has decided on; "unknown" is null. */
export function writtenStandardSchema() {
  return z.object({
    standard: z
      .enum(["bokmal", "nynorsk", "neutral", "unknown"], m.municipalities_standard_missing())
      .transform((standard) => (standard === "unknown" ? null : standard)),
  });
}
