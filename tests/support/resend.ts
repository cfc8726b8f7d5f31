import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** An email as it was accepted. */
export type AcceptedEmail = {
  id: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
};

/** What goes wrong with one request: nothing, or an answer of this status, or an answer that never comes. */
export type Fault = { status: number; name: string; after?: number } | "lost" | "silent" | null;

export type ResendOptions = {
  /** Asked at each request to send; a lost one has been accepted. */
  fault?: (request: { path: string; key: string }) => Fault;
  /** Sends again what has a key that was seen, as a provider without keys would. */
  ignoresKeys?: boolean;
  /** Requests a second; none is no limit. */
  limit?: number;
  /** The keys of further accounts. */
  keys?: readonly string[];
  /** Milliseconds since 1970, for how long keys are kept. */
  now?: () => number;
};

const day = 86_400_000;

/**
 * A server on loopback that speaks as Resend does, as far as Samvirk asks: batches with keys that are kept for 24 hours,
 * limits in the headers, mail that has been received, and webhooks. `options` may be changed while it runs.
 */
export async function startResend(options: ResendOptions = {}) {
  const accepted: AcceptedEmail[] = [];
  const received = new Map<string, Buffer>();
  const keys = new Map<string, { hash: string; ids: string[]; at: number }>();
  const key = `re_${randomUUID()}`;
  const webhookSecret = `whsec_${randomBytes(24).toString("base64")}`;
  const requests: { path: string; key: string; status: number; account: string }[] = [];
  const seconds = new Map<number, number>();
  const now = () => options.now?.() ?? Date.now();

  function take(body: Buffer, idempotencyKey: string): { status: number; body: object } {
    const emails = JSON.parse(body.toString()) as Record<string, unknown>[];
    if (!Array.isArray(emails) || emails.length === 0 || emails.length > 100)
      return { status: 422, body: { statusCode: 422, name: "validation_error", message: "1 to 100 emails" } };
    const hash = createHash("sha256").update(body).digest("hex");
    const known = keys.get(idempotencyKey);
    if (idempotencyKey && !options.ignoresKeys && known && now() - known.at < day) {
      if (known.hash !== hash)
        return { status: 409, body: { statusCode: 409, name: "invalid_idempotent_request", message: "another body" } };
      return { status: 200, body: { data: known.ids.map((id) => ({ id })) } };
    }
    const ids = emails.map((email) => {
      const id = randomUUID();
      const tags = (email.tags ?? []) as { name: string; value: string }[];
      accepted.push({
        id,
        from: String(email.from),
        to: String(email.to),
        subject: String(email.subject),
        html: String(email.html),
        text: String(email.text),
        headers: (email.headers ?? {}) as Record<string, string>,
        tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
      });
      return id;
    });
    if (idempotencyKey) keys.set(idempotencyKey, { hash, ids, at: now() });
    return { status: 200, body: { data: ids.map((id) => ({ id })) } };
  }

  /** What is left of the limit in this second; below none when it is passed. */
  function left(): number {
    const second = Math.floor(Date.now() / 1_000);
    const count = (seconds.get(second) ?? 0) + 1;
    seconds.set(second, count);
    return (options.limit ?? Number.POSITIVE_INFINITY) - count;
  }

  const accountOf = ({ headers }: IncomingMessage) => (headers.authorization ?? "").replace(/^Bearer /, "");

  async function answer(
    request: IncomingMessage,
  ): Promise<{ status: number; body: object | Buffer; after?: number } | "lost" | "silent"> {
    const path = request.url ?? "/";
    const [, raw] = /^\/raw\/(.+)$/.exec(path) ?? [];
    if (raw) return received.has(raw) ? { status: 200, body: received.get(raw) as Buffer } : { status: 404, body: {} };
    if (![key, ...(options.keys ?? [])].includes(accountOf(request)))
      return { status: 401, body: { statusCode: 401, name: "invalid_api_key", message: "wrong key" } };
    const [, mail] = /^\/emails\/receiving\/([\w-]+)$/.exec(path) ?? [];
    if (mail && request.method === "GET") {
      if (!received.has(mail))
        return { status: 404, body: { statusCode: 404, name: "not_found", message: "no such mail" } };
      return { status: 200, body: { object: "email", id: mail, raw: { download_url: `${url}/raw/${mail}` } } };
    }
    if (path !== "/emails/batch" || request.method !== "POST")
      return { status: 404, body: { statusCode: 404, name: "not_found", message: path } };
    const body = await buffer(request);
    if (left() < 0)
      return { status: 429, body: { statusCode: 429, name: "rate_limit_exceeded", message: "slower" }, after: 1 };
    const idempotencyKey = String(request.headers["idempotency-key"] ?? "");
    const fault = options.fault?.({ path, key: idempotencyKey }) ?? null;
    if (fault === "lost" || fault === "silent") {
      take(body, idempotencyKey);
      return fault;
    }
    if (fault) {
      const { status, name, after } = fault;
      return { status, body: { statusCode: status, name, message: name }, ...(after !== undefined && { after }) };
    }
    return take(body, idempotencyKey);
  }

  const server = createServer(async (request, response) => {
    const said = await answer(request);
    const idempotencyKey = String(request.headers["idempotency-key"] ?? "");
    const status = typeof said === "string" ? 0 : said.status;
    requests.push({ path: request.url ?? "", key: idempotencyKey, status, account: accountOf(request) });
    if (said === "lost") return request.socket.destroy();
    if (said === "silent") return;
    response.writeHead(said.status, {
      "content-type": Buffer.isBuffer(said.body) ? "message/rfc822" : "application/json",
      ...(options.limit && {
        "ratelimit-limit": String(options.limit),
        "ratelimit-remaining": String(Math.max(0, options.limit - (seconds.get(Math.floor(Date.now() / 1_000)) ?? 0))),
        "ratelimit-reset": "1",
      }),
      ...(said.after !== undefined && { "retry-after": String(said.after) }),
    });
    response.end(Buffer.isBuffer(said.body) ? said.body : JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The server has no port");
  const url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    key,
    webhookSecret,
    accepted,
    requests,
    options,
    /** Has received a mail: the id by which it is fetched. */
    receive(raw: Buffer): string {
      const id = randomUUID();
      received.set(id, raw);
      return id;
    },
    /** The headers and body of a webhook as it is signed (Standard Webhooks). */
    webhook(event: object, { id = `msg_${randomUUID()}`, at = new Date(), secret = webhookSecret } = {}) {
      const body = JSON.stringify(event);
      const timestamp = String(Math.floor(at.getTime() / 1_000));
      const signed = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"));
      const signature = `v1,${signed.update(`${id}.${timestamp}.${body}`).digest("base64")}`;
      return { body, headers: { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": signature } };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sleep(0);
    },
  };
}
