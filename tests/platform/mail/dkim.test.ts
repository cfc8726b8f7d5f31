import { createHash, createVerify, generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSmtp } from "#tests/support/smtp";
import { composeMail } from "~/platform/mail/compose.server";
import { smtpTransport } from "~/platform/mail/smtp.server";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

let smtp: Awaited<ReturnType<typeof startSmtp>>;
beforeAll(async () => {
  smtp = await startSmtp();
});
afterAll(() => smtp.stop());

/** A header field or a body as it is signed (RFC 6376 3.4.2, 3.4.4). */
const relaxedHeader = (field: string) => {
  const at = field.indexOf(":");
  const value = field
    .slice(at + 1)
    .replace(/\r\n(?=[ \t])/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, at).toLowerCase().trim()}:${value}`;
};
const relaxedBody = (body: string) =>
  `${body
    .replace(/[ \t]+(?=\r\n)/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/(\r\n)+$/, "")}\r\n`;

/** Checks a signature as a receiving server does, with the key from the domain. */
function isSigned(raw: string): boolean {
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? "";
  const tag = (name: string) =>
    new RegExp(`[;:\\s]${name}=([^;]*)`).exec(signature.replace(/\r\n[ \t]+/g, " "))?.[1]?.replace(/\s/g, "") ?? "";
  const bodyHash = createHash("sha256")
    .update(relaxedBody(raw.slice(end + 4)), "latin1")
    .digest("base64");
  if (tag("bh") !== bodyHash || tag("d") !== "samvirk.example" || tag("s") !== "s1") return false;
  const signed = tag("h")
    .toLowerCase()
    .split(":")
    .flatMap((name) => fields.findLast((field) => field.toLowerCase().startsWith(`${name}:`)) ?? []);
  const unsigned = relaxedHeader(signature).replace(/([;\s]b=)[^;]*/, "$1");
  const verify = createVerify("rsa-sha256");
  verify.update([...signed.map(relaxedHeader), unsigned].join("\r\n"), "latin1");
  return verify.verify(publicKey, tag("b"), "base64");
}

async function send(dkim?: { domain: string; selector: string; key: string }): Promise<string> {
  const transport = smtpTransport(smtp.url, dkim ? { dkim } : {});
  const mail = await composeMail({
    deliveryId: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f",
    from: { name: "Statsforvaltaren, «Høgfjell»", address: "post@samvirk.example" },
    to: { name: "Kontaktperson, Bjørnafjorden", address: "kontakt@bjornafjorden.example" },
    ...{ replyTo: null, subject: "Møte på Høgfjellet", html: "<p>Hei  på deg</p>", text: "Hei\n\n", calendar: null },
  });
  expect(await transport.send(mail)).toEqual({ ok: true });
  await transport.close();
  return smtp.mails.at(-1)?.raw.toString("latin1") ?? "";
}

describe("mail that we send ourselves", () => {
  it("is signed with the domain's key, so that a change on the way shows", async () => {
    const raw = await send({ domain: "samvirk.example", selector: "s1", key });
    expect(isSigned(raw)).toBe(true);
    expect(isSigned(raw.replace("Hei", "Hey"))).toBe(false);
    expect(isSigned(raw.replace(/^Subject: /im, "Subject: Ny: "))).toBe(false);
  });

  it("is not signed where no key is set", async () => {
    expect(await send()).not.toMatch(/^dkim-signature:/im);
  });
});
