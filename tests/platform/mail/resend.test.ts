import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startResend } from "#tests/support/resend";
import type { BatchMail } from "~/platform/mail/batches.server";
import { resendBatches } from "~/platform/mail/resend.server";

let server: Awaited<ReturnType<typeof startResend>>;
beforeEach(async () => {
  server = await startResend();
});
afterEach(() => server.stop());

const transport = (timeout?: number) =>
  resendBatches({ key: server.key, baseUrl: server.url, ...(timeout && { timeout }) });
const mail = (number: number): BatchMail => ({
  id: `0192f0c1-8c3b-7e55-9d0f-${String(number).padStart(12, "0")}`,
  from: { name: 'Statsforvaltaren, "Høgfjell"\r\nBcc: x@y.example', address: "post@vestland.example" },
  to: { name: "Kontaktperson, Bjørnafjorden", address: `kontakt${number}@example.example` },
  replyTo: { name: "Svar", address: "svar@vestland.example" },
  subject: "Vestland: Fram mot sommaren",
  html: "<p>Hei</p>",
  text: "Hei",
  headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  region: "vestland",
});

describe("a batch to Resend", () => {
  it("is one request, with names quoted, headers kept, and tags that reports come back with", async () => {
    const result = await transport().send([mail(1), mail(2)], "batch-1");
    expect(result).toEqual({ ok: true, ids: server.accepted.map(({ id }) => id), pause: 0 });
    expect(server.requests).toMatchObject([{ path: "/emails/batch", key: "batch-1", status: 200 }]);
    expect(server.accepted[0]).toMatchObject({
      from: '"Statsforvaltaren,  Høgfjell   Bcc: x@y.example" <post@vestland.example>',
      to: '"Kontaktperson, Bjørnafjorden" <kontakt1@example.example>',
      headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
      tags: { delivery: mail(1).id, region: "vestland" },
    });
  });

  it("is not sent again under the same key, and is told to be another when it is another", async () => {
    const first = await transport().send([mail(1)], "batch-1");
    expect(await transport().send([mail(1)], "batch-1")).toEqual(first);
    expect(await transport().send([mail(2)], "batch-1")).toEqual({
      ok: false,
      kind: "refused",
      code: "409 invalid_idempotent_request",
    });
    expect(server.accepted).toHaveLength(1);
  });

  it.each([
    [
      { status: 429, name: "rate_limit_exceeded", after: 3 },
      { kind: "later", wait: 3_000 },
    ],
    [
      { status: 429, name: "daily_quota_exceeded" },
      { kind: "later", wait: 3_600_000 },
    ],
    [
      { status: 409, name: "concurrent_idempotent_requests" },
      { kind: "later", wait: null },
    ],
    [
      { status: 403, name: "validation_error" },
      { kind: "later", wait: 3_600_000 },
    ],
    [{ status: 500, name: "internal_server_error" }, { kind: "unknown" }],
    [{ status: 503, name: "application_error" }, { kind: "unknown" }],
    [{ status: 422, name: "validation_error" }, { kind: "refused" }],
  ])("answered with %j is judged %j", async (fault, judged) => {
    server.options.fault = () => fault;
    expect(await transport().send([mail(1)], "batch-1")).toEqual({
      ok: false,
      code: `${fault.status} ${fault.name}`,
      ...judged,
    });
    expect(server.accepted).toEqual([]);
  });

  it.each(["lost", "silent"] as const)(
    "whose answer is %s may have left, and the same key does not send it twice",
    async (fault) => {
      server.options.fault = () => fault;
      const first = await transport(300).send([mail(1)], "batch-1");
      expect(first).toMatchObject({ ok: false, kind: "unknown" });
      server.options.fault = () => null;
      expect(await transport().send([mail(1)], "batch-1")).toMatchObject({ ok: true });
      expect(server.accepted).toHaveLength(1);
    },
  );

  it("is sent twice by a server that heeds no keys, so that these tests can tell", async () => {
    server.options.ignoresKeys = true;
    await transport().send([mail(1)], "batch-1");
    await transport().send([mail(1)], "batch-1");
    expect(server.accepted).toHaveLength(2);
  });

  it("says how long to wait when the limit is used up", async () => {
    server.options.limit = 1;
    expect(await transport().send([mail(1)], "batch-1")).toMatchObject({ ok: true, pause: 1_000 });
  });

  it("with a key the provider does not know says that nothing left", async () => {
    const wrong = resendBatches({ key: "re_wrong", baseUrl: server.url });
    expect(await wrong.send([mail(1)], "batch-1")).toEqual({
      ok: false,
      kind: "later",
      code: "401 invalid_api_key",
      wait: 3_600_000,
    });
  });
});
