import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { systemPool } from "~/platform/db/clients.server";
import { hashToken } from "~/platform/tokens.server";

/** Points per quarter of an hour. An office shares one address to the outside, so that limit is wide. */
const limits = {
  "sign-in-address": 5,
  "sign-in-network": 300,
  "code-network": 300,
  "answer-network": 600,
  "registration-address": 5,
  "registration-network": 5000,
  "subscription-address": 3,
  "subscription-network": 60,
} as const;
const quarter = 15 * 60;

/** What calendars fetch by themselves, for each process: a provider fetches the feeds of many from one address. */
const readLimit = 3000;
const readLimiter = new RateLimiterMemory({ points: readLimit, duration: quarter });

const limiters = new Map<string, RateLimiterPostgres>();

function limiter(name: keyof typeof limits): RateLimiterPostgres {
  const found = limiters.get(name);
  if (found) return found;
  const made = new RateLimiterPostgres({
    storeClient: systemPool(),
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points: limits[name],
    duration: quarter,
    clearExpiredByTimeout: false,
  });
  limiters.set(name, made);
  return made;
}

/** Takes one point; false when there are none left. Who it is about is kept as a hash. */
export async function withinLimit(name: keyof typeof limits, who: string): Promise<boolean> {
  try {
    await limiter(name).consume(hashToken(who));
    return true;
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    return false;
  }
}

/** The same for what is only read, counted in memory, since reading writes nothing. */
export async function withinReadLimit(who: string): Promise<boolean> {
  return readLimiter.consume(hashToken(who)).then(
    () => true,
    (refused: Error | RateLimiterRes) => {
      if (refused instanceof Error) throw refused;
      return false;
    },
  );
}
