import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { readEnv } from "~/platform/env.server";

/** A random token for a link: 192 bits, safe in an address (L2). */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** Six digits to type, with leading zeros. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** What is kept of a token: its SHA-256, in hexadecimal. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * What the page of a link carries in its form, so that a POST made from the address alone is refused (L1). It is
 * made of the link's token and the installation's secret.
 */
export function proofOf(token: string): string {
  return createHmac("sha256", readEnv().SESSION_SECRET).update(`proof:${token}`).digest("base64url");
}

/** What opens one thing to whoever holds it, until a time: the time, and a signature of both with the installation's secret. */
export function passFor(what: string, until: Date): string {
  const time = Math.floor(until.getTime() / 1_000).toString(36);
  return `${time}.${createHmac("sha256", readEnv().SESSION_SECRET).update(`pass:${time}:${what}`).digest("base64url")}`;
}

/** Whether a pass opens this now. */
export function opens(pass: string, what: string, now: Date): boolean {
  const seconds = Number.parseInt(pass.split(".")[0] ?? "", 36);
  if (!(seconds * 1_000 > now.getTime())) return false;
  const [theirs, ours] = [Buffer.from(pass), Buffer.from(passFor(what, new Date(seconds * 1_000)))];
  return theirs.length === ours.length && timingSafeEqual(theirs, ours);
}
