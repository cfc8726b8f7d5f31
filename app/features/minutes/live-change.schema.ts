import { z } from "zod";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const targets = new RegExp(`^(item|presence|guest|unseat):(${uuid})$|^(follow):(${uuid}):(${uuid})$`);

/** One thing that was written on the page of a meeting: of what, the fields that were, and what they said before. */
export const liveChangeSchema = () =>
  z.object({
    target: z
      .string()
      .regex(targets)
      .transform((text): Target => {
        const [kind = "", first = "", second = ""] = text.split(":");
        if (kind === "follow") return { kind, itemId: first, id: second };
        return { kind: kind as "item" | "presence" | "guest" | "unseat", id: first };
      }),
    fields: z.record(z.string().max(60), z.string().max(200_000)),
    bases: z.record(z.string().max(60), z.array(z.string().max(20)).max(400)),
  });

type Target =
  | { kind: "item" | "presence" | "guest" | "unseat"; id: string }
  | { kind: "follow"; itemId: string; id: string };

export type LiveChange = z.output<ReturnType<typeof liveChangeSchema>>;
