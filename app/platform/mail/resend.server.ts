import { Resend } from "resend";
import type { BatchMail, BatchResult, BatchTransport } from "./batches.server";

export type ResendOptions = {
  key: string;
  /** Without a slash at its end. */
  baseUrl: string;
  /** How long an answer is waited for. Milliseconds. */
  timeout?: number;
};

const hour = 3_600_000;

/** The library's errors that say nothing of the batch left, and that it may later. */
const passing = ["rate_limit_exceeded", "concurrent_idempotent_requests"];
const quotas = ["daily_quota_exceeded", "monthly_quota_exceeded"];

/**
 * Resend's batches. The library returns errors and has no time-out, so each request is given one; a request without an
 * answer, and one the provider failed at, may have gone through.
 */
export function resendBatches({ key, baseUrl, timeout = 30_000 }: ResendOptions): BatchTransport {
  const resend = new Resend(key, { baseUrl });
  return {
    size: 100,
    keyKept: 24 * hour,
    async send(mails, idempotencyKey) {
      const options = { idempotencyKey, signal: AbortSignal.timeout(timeout) };
      const { data, error, headers } = await resend.batch
        .send(mails.map(asEmail), options)
        // The time-out is the one thing it throws for.
        .catch(() => ({ data: null, error: { name: "timeout", statusCode: null }, headers: null }));
      if (error) return failure(error, headers);
      const ids = data.data.map(({ id }) => id);
      return ids.length === mails.length
        ? { ok: true, ids, pause: pauseOf(headers) }
        : { ok: false, kind: "unknown", code: "answer" };
    },
  };
}

function asEmail({ id, from, to, replyTo, subject, html, text, headers, region }: BatchMail) {
  return {
    from: written(from),
    to: written(to),
    ...(replyTo && { replyTo: written(replyTo) }),
    ...{ subject, html, text, headers },
    tags: [
      { name: "delivery", value: id },
      { name: "region", value: region },
    ],
  };
}

/** A name and an address in one header field (RFC 5322 3.4), the name quoted whatever it holds. */
function written({ name, address }: { name: string; address: string }): string {
  const plain = name.replace(/[\p{Cc}"\\]/gu, " ").trim();
  return plain ? `"${plain}" <${address}>` : address;
}

function failure(
  error: { name: string; statusCode: number | null },
  headers: Record<string, string> | null,
): BatchResult {
  const { name, statusCode } = error;
  const code = statusCode === null ? name : `${statusCode} ${name}`;
  if (quotas.includes(name)) return { ok: false, kind: "later", code, wait: seconds(headers?.["retry-after"]) ?? hour };
  if (passing.includes(name) || statusCode === 429) {
    const wait = seconds(headers?.["retry-after"]) ?? seconds(headers?.["ratelimit-reset"]);
    return { ok: false, kind: "later", code, wait };
  }
  // A key that is wrong or a sender that is not allowed is the installation's to mend: nothing has left.
  if (statusCode === 401 || statusCode === 403) return { ok: false, kind: "later", code, wait: hour };
  if (statusCode === null || statusCode >= 500) return { ok: false, kind: "unknown", code };
  return { ok: false, kind: "refused", code };
}

/** How long to wait before the next batch, so that the limit the provider tells is kept. Milliseconds. */
function pauseOf(headers: Record<string, string> | null): number {
  const [left, reset] = [headers?.["ratelimit-remaining"], seconds(headers?.["ratelimit-reset"])];
  return left !== undefined && Number(left) < 1 ? (reset ?? 1_000) : 0;
}

/** Seconds of a header as milliseconds; null when there are none. */
function seconds(value: string | undefined): number | null {
  const count = value === undefined || value === "" ? Number.NaN : Number(value);
  return Number.isFinite(count) && count >= 0 ? Math.min(count, 86_400) * 1_000 : null;
}
