import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

const key = "samvirk-test";
const secret = "the secret of the test store";
const region = "eu-north-1";

/**
 * A store on loopback that speaks as much of S3 as Samvirk does: it keeps what is put under an address, and refuses a
 * request whose signature (AWS Signature Version 4) it does not come to itself.
 */
export async function startStore() {
  const files = new Map<string, { type: string; bytes: Buffer }>();
  const refused: string[] = [];
  let failing = false;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const path = request.url ?? "";
    const end = (status: number, content?: Buffer) => void response.writeHead(status).end(content);
    if (failing) return end(403);
    if (!isSigned(request, body)) {
      refused.push(path);
      return end(403);
    }
    if (request.method === "PUT") {
      files.set(path, { type: request.headers["content-type"] ?? "", bytes: body });
      return end(200);
    }
    const file = files.get(path);
    if (request.method === "DELETE") files.delete(path);
    return request.method === "DELETE" ? end(204) : file ? end(200, file.bytes) : end(404);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The store has no port");
  return {
    files,
    refused,
    /** Refuses everything from now on, or no longer. */
    fail: (now: boolean) => {
      failing = now;
    },
    settings: { S3_URL: `http://127.0.0.1:${address.port}/files`, S3_KEY: key, S3_SECRET: secret, S3_REGION: region },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Whether a request is signed with our key over what it says and carries. */
function isSigned({ method = "", url = "", headers }: IncomingMessage, body: Buffer): boolean {
  const sent =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, who, day = "", where, signed = "", signature] = sent.exec(headers.authorization ?? "") ?? [];
  const hash = headers["x-amz-content-sha256"];
  if (who !== key || where !== region) return false;
  if (body.length > 0 && hash !== sha256(body)) return false;
  const names = signed.split(";");
  const lines = names.map((name) => `${name}:${String(headers[name] ?? "").trim()}\n`).join("");
  const canonical = [method, url, "", lines, signed, hash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(Buffer.from(canonical))].join("\n");
  const derived = [day, region, "s3", "aws4_request"].reduce<Buffer | string>(
    (from, part) => createHmac("sha256", from).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", derived).update(toSign).digest("hex") === signature;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
