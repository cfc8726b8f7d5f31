/** One message of a batch, as a provider with an interface of its own takes it. */
export type BatchMail = {
  /** The delivery's id. */
  id: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo: { name: string; address: string } | null;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  /** The region's slug: reports come back with it. */
  region: string;
};

/**
 * What became of a batch. `later`: nothing of it left, and the provider says when to try again (milliseconds), if it
 * does. `unknown`: it may have left, so only the same batch under the same key may be tried again. `refused`: nothing of
 * it left, nor will it.
 */
export type BatchResult =
  | { ok: true; ids: string[]; pause: number }
  | { ok: false; kind: "later"; code: string; wait: number | null }
  | { ok: false; kind: "unknown" | "refused"; code: string };

/** A way out for messages that are handed over many at a time. */
export type BatchTransport = {
  /** The most messages in a batch. */
  size: number;
  /** How long the provider knows a key. Milliseconds. */
  keyKept: number;
  /** @param key the same for the same batch, however often it is tried */
  send(mails: readonly BatchMail[], key: string): Promise<BatchResult>;
};
