import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { projectFolder, readEnv, settings, toProcessEnv } from "~/platform/env.server";
import { withoutSecrets } from "~/platform/log.server";

const secret = "0123456789abcdef0123456789abcdef";
const real = {
  DATABASE_URL: "postgresql://db.example/samvirk",
  SESSION_SECRET: secret,
  MAIL_FROM: "post@samvirk.example",
};

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "samvirk-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe("readEnv", () => {
  it("gives a demo on this machine when nothing is set", () => {
    const SAMVIRK_DATA = dataFolder();
    const env = readEnv({ SAMVIRK_DATA });
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATABASE_URL: undefined,
      SAMVIRK_DATA,
      SAMVIRK_URL: "http://localhost:3000",
      MAIL_TRANSPORT: "mailbox",
      MAIL_FROM: "Samvirk <post@samvirk.example>",
      SAMVIRK_DEMO: true,
    });
    expect(readEnv({ SAMVIRK_DATA }).SESSION_SECRET).toBe(env.SESSION_SECRET);
    expect(env.SESSION_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(SAMVIRK_DATA, "session-secret")).mode & 0o777).toBe(0o600);
  });

  it("seeds no demo with a database of one's own unless asked", () => {
    expect(readEnv(real).SAMVIRK_DEMO).toBe(false);
    expect(readEnv({ ...real, SAMVIRK_DEMO: "1" }).SAMVIRK_DEMO).toBe(true);
  });

  it("follows the port in the default address, and drops the slash at the end of a given one", () => {
    expect(readEnv({ ...real, PORT: "8080" }).SAMVIRK_URL).toBe("http://localhost:8080");
    expect(readEnv({ ...real, SAMVIRK_URL: "https://samvirk.example/" }).SAMVIRK_URL).toBe("https://samvirk.example");
  });

  it.each([
    [{ PORT: "80a" }, "PORT must be a number"],
    [{ PORT: "70000" }, "PORT must be a number"],
    [{ INBOUND_SMTP_PORT: "smtp" }, "INBOUND_SMTP_PORT must be a number"],
    [{ DATABASE_URL: "mysql://db.example" }, "DATABASE_URL must be"],
    [{ ...real, SESSION_SECRET: "" }, "SESSION_SECRET is missing"],
    [{ ...real, SESSION_SECRET: "short" }, "SESSION_SECRET must have at least 32"],
    [{ ...real, MAIL_FROM: undefined }, "MAIL_FROM is missing"],
    [{ ...real, MAIL_FROM: "Samvirk" }, "MAIL_FROM must be an address"],
    [{ ...real, MAIL_FROM: "a@b.example\r\nBcc: c@d.example" }, "MAIL_FROM must be an address"],
    [{ ...real, MAIL_TRANSPORT: "resend" }, "RESEND_API_KEY is missing"],
    [{ ...real, RESEND_BASE_URL: "api.resend.com" }, "RESEND_BASE_URL must be"],
    [{ ...real, RESEND_SMTP_URL: "https://smtp.resend.com" }, "RESEND_SMTP_URL must be"],
    [{ ...real, RESEND_WEBHOOK_SECRET: "secret" }, "RESEND_WEBHOOK_SECRET must begin with whsec_"],
    [{ ...real, RESEND_REGIONS: "vestland" }, "RESEND_REGIONS must be regions"],
    [{ ...real, RESEND_REGIONS: "vestland=re_1:secret" }, "RESEND_REGIONS must be regions"],
    [{ ...real, DKIM_DOMAIN: "samvirk.example" }, "DKIM_SELECTOR is missing"],
    [{ ...real, DKIM_KEY: "key" }, "DKIM_KEY must be a private key"],
    [{ ...real, MAIL_TRANSPORT: "pigeon" }, "MAIL_TRANSPORT must be mailbox, smtp or resend"],
    [{ ...real, MAIL_TRANSPORT: "smtp" }, "SMTP_URL is missing"],
    [{ ...real, SMTP_URL: "http://smtp.example" }, "SMTP_URL must be"],
    [{ ...real, SAMVIRK_URL: "http://samvirk.example" }, "SAMVIRK_URL must begin with https://"],
    [{ ...real, SAMVIRK_URL: "https://samvirk.example/app" }, "SAMVIRK_URL must have no path"],
    [{ ...real, SAMVIRK_URL: "samvirk.example" }, "SAMVIRK_URL must be the public address"],
    [{ ...real, S3_URL: "ftp://s3.example/files" }, "S3_URL must be"],
    [{ ...real, S3_URL: "https://s3.example" }, "S3_URL must name the bucket"],
    [{ ...real, S3_URL: "https://s3.example/files", S3_KEY: "key" }, "S3_SECRET is missing"],
    [{ ...real, SAMVIRK_DEMO: "yes" }, "SAMVIRK_DEMO must be 0 or 1"],
    [{ ...real, LOG_LEVEL: "loud" }, "LOG_LEVEL must be"],
  ])("stops on %o with one line that names the setting", (source, line) => {
    expect(() => readEnv(source)).toThrow(line);
    expect(() => readEnv(source)).not.toThrow("\n");
  });

  it("reads back what it hands to a child process", () => {
    const resend = {
      ...real,
      MAIL_TRANSPORT: "resend",
      RESEND_API_KEY: "re_1",
      RESEND_WEBHOOK_SECRET: "whsec_MTIzNDU2Nzg=",
      RESEND_REGIONS: "vestland=re_2:whsec_MTIz  vestregionen=re_3",
      DKIM_DOMAIN: "samvirk.example",
      DKIM_SELECTOR: "s1",
      DKIM_KEY: "-----BEGIN PRIVATE KEY-----\\nMII=\\n-----END PRIVATE KEY-----",
      SAMVIRK_DATA: dataFolder(),
    };
    expect(readEnv(resend)).toMatchObject({
      RESEND_SMTP_URL: "smtps://smtp.resend.com:465",
      RESEND_BASE_URL: "https://api.resend.com",
      RESEND_REGIONS: {
        vestland: { key: "re_2", webhookSecret: "whsec_MTIz" },
        vestregionen: { key: "re_3", webhookSecret: undefined },
      },
      DKIM_KEY: "-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----",
    });
    expect(readEnv(toProcessEnv(readEnv(resend)))).toEqual(readEnv(resend));
    const smtp = { ...real, MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://localhost:25", SAMVIRK_DATA: dataFolder() };
    expect(readEnv(toProcessEnv(readEnv(smtp)))).toEqual(readEnv(smtp));
    const demo = { SAMVIRK_DATA: dataFolder() };
    expect(readEnv(toProcessEnv(readEnv(demo)))).toEqual(readEnv(demo));
  });

  it("has every setting described in .env.example", () => {
    const example = readFileSync(join(projectFolder(), ".env.example"), "utf8");
    const described = [...example.matchAll(/^#([A-Z0-9_]+)=/gm)].map((match) => match[1]);
    expect(described.sort()).toEqual([...settings].sort());
  });
});

describe("a log line", () => {
  it("holds no address and no token", () => {
    const line = '{"msg":"to kari.voss@vestland.example at /v/svar/q8ZfS1-kjhT2_9skdjKLSd3k"}';
    expect(withoutSecrets(line)).toBe('{"msg":"to [address] at /v/svar/[token]"}');
    expect(withoutSecrets("session 4v7qk2m5x3a6w7yz4v7qk2m5x3a6w7yz ended")).toBe("session [token] ended");
  });

  it("keeps what is no secret", () => {
    const line = '{"id":"0197b2c3-8f4e-7a1b-9c2d-3e4f5a6b7c8d","migration":"20261122000000_house_and_home","level":30}';
    expect(withoutSecrets(line)).toBe(line);
  });
});
