import { z } from "zod";
import { m } from "~/i18n/messages/messages";

/** Fields that many forms have, as schemas; each is made when a form is read, so that its sentences are in the reader's language. */

/** What a form was filled from, a whole number that fits its column of 32 bits; -1 is none that ever was. */
export const versionField = () => z.coerce.number().int().min(-1).max(2_147_483_647);

/** A day ("YYYY-MM-DD") between two; further off is a slip of the keyboard. */
export const dayField = (message: string, earliest = "1900-01-01", latest = "2100-12-31") =>
  z.iso.date(message).refine((date) => date >= earliest && date <= latest, message);

/** Null where nothing is filled in. */
export const orNull = <S extends z.ZodType>(schema: S, message: string) =>
  z.union([z.literal("").transform(() => null), schema], message).prefault("" as z.input<S> & "");

/** One line that must be filled in. */
export const textField = (max: number) =>
  z.string(m.common_required()).trim().min(1, m.common_required()).max(max, m.common_too_long({ max }));

/** Several lines, or none, each ended in the same way. */
export const linesField = (max: number) =>
  z
    .string()
    .trim()
    .max(max, m.common_too_long({ max }))
    .transform((typed) => typed.replace(/\r\n?/g, "\n"))
    .prefault("");

/** An address that mail can be sent to, in lower case; RFC 5321 allows 254 characters. */
export const emailField = () =>
  z
    .string(m.common_required())
    .trim()
    .toLowerCase()
    .min(1, m.common_required())
    .max(254, m.common_too_long({ max: 254 }))
    .pipe(z.email(m.common_email_invalid()));

/** The version that a form was read in; -1, which nothing has, where it is none. */
export function readVersion(typed: unknown): number {
  const read = versionField().safeParse(typed || undefined);
  return read.success ? read.data : -1;
}
