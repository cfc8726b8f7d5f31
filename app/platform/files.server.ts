import { AwsClient } from "aws4fetch";
import { readEnv } from "~/platform/env.server";

/**
 * Where uploaded bytes are kept: in the row of the file, or where S3_URL is set in a store that speaks S3, under the
 * region's id and the file's. A call to the store is a call to the outside, and has no place inside a transaction.
 */
type Named = { regionId: string; id: string };

/** Milliseconds that the store is waited for. */
const patience = 30_000;

/** Keeps bytes. Gives what is to stand in the file's row: the bytes, or null where the store has them now. Throws. */
export async function keepFile(file: Named & { bytes: Uint8Array<ArrayBuffer>; type: string; hash: string }) {
  const store = openStore();
  if (!store) return file.bytes;
  const answer = await store.send(file, {
    method: "PUT",
    headers: { "Content-Type": file.type, "X-Amz-Content-Sha256": file.hash },
    body: file.bytes,
  });
  if (!answer.ok) throw new Error(`The file store answers ${answer.status} when a file is to be kept`);
  return null;
}

/** The bytes of a file. A file whose row holds them is read from there, wherever new ones are kept. Throws. */
export async function readFile(
  file: Named & { content: Uint8Array<ArrayBuffer> | null },
): Promise<Uint8Array<ArrayBuffer>> {
  if (file.content) return file.content;
  const answer = await openStore()?.send(file, { method: "GET" });
  if (!answer?.ok) throw new Error(`The file store answers ${answer?.status ?? "nothing: S3_URL is not set"}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Lets the store forget a file that no row names any longer. Without a store there is nothing to do. Throws. */
export async function forgetFile(file: Named): Promise<void> {
  const answer = await openStore()?.send(file, { method: "DELETE" });
  if (answer && !answer.ok && answer.status !== 404)
    throw new Error(`The file store answers ${answer.status} when a file is to be removed`);
}

function openStore() {
  const { S3_URL, S3_KEY, S3_SECRET, S3_REGION } = readEnv();
  if (!S3_URL) return undefined;
  const client = new AwsClient({
    accessKeyId: S3_KEY ?? "",
    secretAccessKey: S3_SECRET ?? "",
    service: "s3",
    region: S3_REGION,
    retries: 2,
  });
  return {
    send: ({ regionId, id }: Named, init: { method: string; headers?: Record<string, string>; body?: BodyInit }) =>
      client.fetch(`${S3_URL}/${regionId}/${id}`, { ...init, signal: AbortSignal.timeout(patience) }),
  };
}
