import { z } from "zod";
import { type PartCode, partCodes, partOf, type SaidPart } from "~/domain/responsibility/parts";
import { m } from "~/i18n/messages/messages";
import { dayField } from "~/platform/http/form-fields";

export const daySchema = () => dayField(m.responsibility_refused_day(), "2000-01-01");

const dayOrNone = () => z.union([z.literal("").transform(() => null), daySchema()]).default(null);

const partSchema = z
  .enum([...partCodes, "none", "clear"])
  .transform((word): SaidPart | "clear" =>
    word === "none" || word === "clear" ? word : (partOf(word satisfies PartCode) ?? "none"),
  );

const seenSchema = z.string().regex(/^[.\-apcki]$/i);

/** One cell: what it shall be, and what the editor saw in it. `asOf`: the day she saw the matrix as of; today unless told. */
export const cellSchema = () =>
  z.object({
    row: z.uuid(),
    actor: z.uuid(),
    part: partSchema,
    seen: seenSchema,
    from: dayOrNone(),
    asOf: dayOrNone(),
    returnTo: z.string().max(2000).default(""),
  });

/** A row's form: "part:<actor>" and "seen:<actor>" for every actor, and the day. Null when it is no such form. */
export function rowFormOf(form: FormData): { actorId: string; part: SaidPart | "clear"; seen: string }[] | null {
  const changes: { actorId: string; part: SaidPart | "clear"; seen: string }[] = [];
  for (const [name, value] of form) {
    if (!name.startsWith("part:")) continue;
    const actorId = z.uuid().safeParse(name.slice("part:".length));
    const seen = seenSchema.safeParse(form.get(`seen:${name.slice("part:".length)}`));
    const part = partSchema.safeParse(value);
    if (!actorId.success || !seen.success || !part.success) return null;
    const stands = /[A-Z]/.test(seen.data) ? partOf(seen.data.toLowerCase()) : seen.data === "-" ? "none" : "clear";
    if (part.data !== stands) changes.push({ actorId: actorId.data, part: part.data, seen: seen.data });
  }
  return changes;
}
