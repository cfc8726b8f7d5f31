import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";

/** Stops a program with one line for the person who started it, and no stack trace. */
export class StopError extends Error {}

/** The settings of a process, checked. */
export type Env = {
  PORT: number;
  HOST: string;
  /** Absent: the embedded PostgreSQL in `SAMVIRK_DATA`. */
  DATABASE_URL: string | undefined;
  /** Absolute. */
  SAMVIRK_DATA: string;
  /** The public address, without a slash at its end. */
  SAMVIRK_URL: string;
  SESSION_SECRET: string;
  MAIL_TRANSPORT: "mailbox" | "smtp" | "resend";
  /** There when the transport is smtp; with resend, for the regions that choose SMTP. */
  SMTP_URL: string | undefined;
  /** There when the transport is resend. */
  RESEND_API_KEY: string | undefined;
  /** Without a slash at its end. */
  RESEND_BASE_URL: string;
  /** Resend's SMTP endpoint, without user and password. */
  RESEND_SMTP_URL: string;
  /** What webhooks are signed with; absent: none are taken. */
  RESEND_WEBHOOK_SECRET: string | undefined;
  /** The regions that have their own account with Resend, by slug. */
  RESEND_REGIONS: Record<string, { key: string; webhookSecret: string | undefined }>;
  /** What mail that is sent by SMTP is signed with (RFC 6376): the domain, the selector and the private key (PEM). */
  DKIM_DOMAIN: string | undefined;
  DKIM_SELECTOR: string | undefined;
  DKIM_KEY: string | undefined;
  MAIL_FROM: string;
  /** Where answers by mail are taken; none are when the port is absent. */
  INBOUND_SMTP_PORT: number | undefined;
  INBOUND_SMTP_HOST: string;
  /** The store for uploaded files, with its bucket and without a slash at its end. Absent: they are kept in the database. */
  S3_URL: string | undefined;
  /** There when the store is. */
  S3_KEY: string | undefined;
  S3_SECRET: string | undefined;
  S3_REGION: string;
  SAMVIRK_DEMO: boolean;
  LOG_LEVEL: string;
};

const names = [
  "PORT",
  "HOST",
  "DATABASE_URL",
  "SAMVIRK_DATA",
  "SAMVIRK_URL",
  "SESSION_SECRET",
  "MAIL_TRANSPORT",
  "SMTP_URL",
  "RESEND_API_KEY",
  "RESEND_BASE_URL",
  "RESEND_SMTP_URL",
  "RESEND_WEBHOOK_SECRET",
  "RESEND_REGIONS",
  "DKIM_DOMAIN",
  "DKIM_SELECTOR",
  "DKIM_KEY",
  "MAIL_FROM",
  "INBOUND_SMTP_PORT",
  "INBOUND_SMTP_HOST",
  "S3_URL",
  "S3_KEY",
  "S3_SECRET",
  "S3_REGION",
  "SAMVIRK_DEMO",
  "LOG_LEVEL",
] as const;

/** The names of all settings. */
export const settings: readonly string[] = names;

const loopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

function hasScheme(value: string, ...schemes: string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol);
}

const webhookSecret = /^whsec_[\w+/=-]+$/;

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a number between 1 and 65535")
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65535, "must be a number between 1 and 65535");

const schema = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().default("127.0.0.1"),
    DATABASE_URL: z
      .string()
      .refine((url) => hasScheme(url, "postgres:", "postgresql:"), "must be a postgres:// or postgresql:// address")
      .optional(),
    SAMVIRK_DATA: z.string().default(".data"),
    SAMVIRK_URL: z
      .string()
      .refine((url) => hasScheme(url, "http:", "https:"), "must be the public address, such as https://samvirk.example")
      .transform((url) => new URL(url))
      .refine((url) => url.pathname === "/" && !url.search && !url.hash, "must have no path")
      .refine(
        (url) => url.protocol === "https:" || loopback.test(url.hostname),
        "must begin with https:// (the session cookie is kept on https and on localhost only)",
      )
      .optional(),
    SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    MAIL_TRANSPORT: z.enum(["mailbox", "smtp", "resend"], "must be mailbox, smtp or resend").default("mailbox"),
    SMTP_URL: z
      .string()
      .refine((url) => hasScheme(url, "smtp:", "smtps:"), "must be an smtp:// or smtps:// address")
      .optional(),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: z
      .string()
      .refine((url) => hasScheme(url, "http:", "https:"), "must be an https:// address")
      .transform((url) => url.replace(/\/+$/, ""))
      .default("https://api.resend.com"),
    RESEND_SMTP_URL: z
      .string()
      .refine((url) => hasScheme(url, "smtp:", "smtps:"), "must be an smtps:// address")
      .default("smtps://smtp.resend.com:465"),
    RESEND_WEBHOOK_SECRET: z.string().regex(webhookSecret, "must begin with whsec_").optional(),
    RESEND_REGIONS: z
      .string()
      .transform((text) => text.split(/\s+/).map((part) => /^([a-z0-9-]+)=([^:]+)(?::(.+))?$/.exec(part)))
      .refine(
        (parts) => parts.every((part) => part && (!part[3] || webhookSecret.test(part[3]))),
        'must be regions with their keys and secrets, as in "vestland=re_123:whsec_456 vestregionen=re_789"',
      )
      .transform((parts) =>
        Object.fromEntries(parts.map((part) => [part?.[1] ?? "", { key: part?.[2] ?? "", webhookSecret: part?.[3] }])),
      )
      .default({}),
    DKIM_DOMAIN: z.string().optional(),
    DKIM_SELECTOR: z.string().optional(),
    DKIM_KEY: z
      .string()
      // One line of a settings file holds no line break.
      .transform((key) => key.replaceAll("\\n", "\n"))
      .refine((key) => key.includes("PRIVATE KEY-----"), "must be a private key (PEM)")
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(
        /^([^<>\r\n]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
        'must be an address, or a name and an address: "Samvirk <post@samvirk.example>"',
      )
      .optional(),
    INBOUND_SMTP_PORT: port.optional(),
    INBOUND_SMTP_HOST: z.string().default("127.0.0.1"),
    S3_URL: z
      .string()
      .refine((url) => hasScheme(url, "http:", "https:"), "must be an https:// address with the bucket in its path")
      .refine((url) => /^\/[^/]/.test(new URL(url).pathname), "must name the bucket, as in https://s3.example/samvirk")
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    S3_KEY: z.string().optional(),
    S3_SECRET: z.string().optional(),
    S3_REGION: z.string().default("us-east-1"),
    SAMVIRK_DEMO: z.enum(["0", "1"], "must be 0 or 1").optional(),
    LOG_LEVEL: z
      .enum(
        ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
        "must be fatal, error, warn, info, debug, trace or silent",
      )
      .default("info"),
  })
  .superRefine((values, context) => {
    const need = (name: keyof typeof values, reason: string) => {
      if (!values[name]) context.addIssue({ code: "custom", path: [name], message: `is missing: ${reason}` });
    };
    if (values.DATABASE_URL) {
      need("SESSION_SECRET", "it is required with DATABASE_URL (at least 32 characters, the same on all machines)");
      need("MAIL_FROM", 'it is required with DATABASE_URL, as in "Samvirk <post@samvirk.example>"');
    }
    if (values.MAIL_TRANSPORT === "smtp") need("SMTP_URL", "it is required with MAIL_TRANSPORT=smtp");
    if (values.MAIL_TRANSPORT === "resend") need("RESEND_API_KEY", "it is required with MAIL_TRANSPORT=resend");
    if (values.DKIM_DOMAIN || values.DKIM_SELECTOR || values.DKIM_KEY)
      for (const name of ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_KEY"] as const)
        need(name, "DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY belong together");
    if (values.S3_URL) for (const name of ["S3_KEY", "S3_SECRET"] as const) need(name, "it is required with S3_URL");
  });

/** The folder of the project: the nearest one above this file with a package.json. */
export function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

let last: { key: string; env: Env } | undefined;

/**
 * Reads and checks the settings. Of the process's own environment, `.env` in the project folder fills in what is
 * not set there. An empty setting counts as absent. Throws StopError naming the first setting that is missing or wrong.
 */
export function readEnv(source?: Record<string, string | undefined>): Env {
  if (source) return check(source);
  const values = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  const key = JSON.stringify(values);
  if (last?.key !== key) last = { key, env: check({ ...dotEnv(), ...withoutUndefined(values) }) };
  return last.env;
}

function check(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(Object.fromEntries(names.map((name) => [name, source[name]?.trim() || undefined])));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new StopError(`${String(issue?.path[0])} ${issue?.message}`);
  }
  const values = result.data;
  const dataFolder = resolve(projectFolder(), values.SAMVIRK_DATA);
  return {
    ...values,
    DATABASE_URL: values.DATABASE_URL,
    SAMVIRK_DATA: dataFolder,
    SAMVIRK_URL: values.SAMVIRK_URL?.origin ?? `http://localhost:${values.PORT}`,
    SESSION_SECRET: values.SESSION_SECRET ?? keptSecret(dataFolder),
    SMTP_URL: values.SMTP_URL,
    RESEND_API_KEY: values.RESEND_API_KEY,
    RESEND_WEBHOOK_SECRET: values.RESEND_WEBHOOK_SECRET,
    DKIM_DOMAIN: values.DKIM_DOMAIN,
    DKIM_SELECTOR: values.DKIM_SELECTOR,
    DKIM_KEY: values.DKIM_KEY,
    INBOUND_SMTP_PORT: values.INBOUND_SMTP_PORT,
    S3_URL: values.S3_URL,
    S3_KEY: values.S3_KEY,
    S3_SECRET: values.S3_SECRET,
    MAIL_FROM: values.MAIL_FROM ?? "Samvirk <post@samvirk.example>",
    SAMVIRK_DEMO: values.SAMVIRK_DEMO ? values.SAMVIRK_DEMO === "1" : !values.DATABASE_URL,
  };
}

/** The same settings as a child process reads them, every one named so that no `.env` fills in another. */
export function toProcessEnv(env: Env): Record<string, string> {
  const texts = names.map((name) => [name, String(env[name] ?? "")]);
  const regions = Object.entries(env.RESEND_REGIONS);
  return {
    ...Object.fromEntries(texts),
    RESEND_REGIONS: regions
      .map(([slug, { key, webhookSecret }]) => `${slug}=${key}${webhookSecret ? `:${webhookSecret}` : ""}`)
      .join(" "),
    SAMVIRK_DEMO: env.SAMVIRK_DEMO ? "1" : "0",
  };
}

function dotEnv(): Record<string, string | undefined> {
  const file = join(projectFolder(), ".env");
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
}

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The secret of an installation with an embedded database, made once. Two programs that start together agree on one. */
function keptSecret(dataFolder: string): string {
  makeDataFolder(dataFolder);
  const file = join(dataFolder, "session-secret");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      throw new StopError(`SAMVIRK_DATA cannot be written to: ${(error as Error).message}`);
    }
  }
  const secret = readFileSync(file, "utf8");
  if (secret.length < 32) throw new StopError(`SESSION_SECRET kept in ${file} is too short; remove the file`);
  return secret;
}

/** Makes the data folder. Others may pass through it, since the database of root runs as another user, but read nothing. */
export function makeDataFolder(dataFolder: string): void {
  try {
    if (mkdirSync(dataFolder, { recursive: true })) chmodSync(dataFolder, 0o711);
  } catch (error) {
    throw new StopError(`SAMVIRK_DATA cannot be made: ${(error as Error).message}`);
  }
}
