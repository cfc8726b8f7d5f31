/** One composed message and who it goes to. */
export type OutgoingMail = {
  envelope: { from: string; to: string[] };
  raw: Buffer;
  /** With its angle brackets; the same for every attempt. */
  messageId?: string;
};

/**
 * Why a message did not leave. Hard: this recipient will never get it (M3). Soft: worth another attempt, and says
 * nothing about the recipient when the reason is transport (settings, sign-in, sender), network or message
 * (the server refused the content).
 */
export type SendFailure = {
  ok: false;
  kind: "soft" | "hard";
  reason: "recipient" | "message" | "transport" | "network";
  /** The SMTP reply, "550" or "550 5.1.1", or the name of the failure, "ETIMEDOUT". */
  code: string;
  /** For the send log; holds no address and no secret. */
  message: string;
};

export type SendResult = { ok: true /** What the provider calls it. */; providerId?: string } | SendFailure;

/** A way out for mail. A failure is a value; nothing here throws for what a server or a network does. */
export type Transport = {
  name?: "smtp" | "resend" | "mailbox";
  /** Hands over one message; resolves when the server has answered for it. */
  send(mail: OutgoingMail): Promise<SendResult>;
  /** Connects and signs in without sending. */
  verify(): Promise<SendResult>;
  /** Lets what is under way end, then closes the connections. Sends nothing more. */
  close(): Promise<void>;
};
