import pino from "pino";

const secret = ["address", "email", "token", "secret", "password", "cookie", '["set-cookie"]', "authorization"];

const emailAddress = /[^\s"'<>,;:()[\]\\]+@[^\s"'<>,;:()[\]\\]+\.[a-z]{2,}/gi;

/** A run that only a generator makes: base64 of mixed case, or 32 letters and digits. A UUID is left as it is. */
const token =
  /(?<![\w-])(?:(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{22,}|(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{32,})(?![\w-])/g;

/** Takes addresses and tokens out of a finished line, wherever in it they are. */
export function withoutSecrets(line: string): string {
  return line.replace(emailAddress, "[address]").replace(token, "[token]");
}

/**
 * JSON lines on standard output. Fields that hold an address, a token, a cookie or a password are masked by name,
 * and what looks like an address or a token is masked in every text.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || (process.env.VITEST ? "silent" : "info"),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["", "*.", "*.*.", "*.*.*."].flatMap((depth) => secret.map((name) => (depth + name).replace(".[", "["))),
    censor: "[hidden]",
  },
  serializers: { error: pino.stdSerializers.err },
  hooks: { streamWrite: withoutSecrets },
});
