import { z } from "zod";

const line = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });

/** What the members of governing bodies get, and those who report to them. */
export const bodyMessages = [
  /** The minutes of a governing body's meeting, for remarks. */
  z.object({
    kind: z.literal("minutes-remarks"),
    regionName: line,
    body: line,
    day: z.iso.date(),
    remarksBy: z.iso.date(),
  }),
  /** The cases of an electronic meeting, for a member to answer. */
  z.object({
    kind: z.literal("member-cases"),
    regionName: line,
    sender: line,
    body: line,
    count: z.number().int().positive(),
    answerBy: instant,
    /** IANA zone for `answerBy`. */
    zone: line,
    reminder: z.boolean(),
  }),
  /** The rows of a report somebody answers for, to be filled in by a link of her own. `count`: of them all. */
  z.object({
    kind: z.literal("report-rows"),
    regionName: line,
    sender: line,
    round: line,
    count: z.number().int().positive(),
    rows: z.array(line),
    rowsBy: z.iso.date().nullable(),
    reminder: z.enum(["none", "before", "on-day"]),
  }),
] as const;
