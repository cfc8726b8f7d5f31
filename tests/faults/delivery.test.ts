import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hard, type Post, runThrough, startPost, strength } from "#tests/faults/thread";
import { type Fault, startResend } from "#tests/support/resend";
import { startSmtp } from "#tests/support/smtp";
import { lanes } from "~/features/delivery/deliver.server";

const { messages, patience } = strength;
const timeout = patience + 60_000;

describe(`${messages} messages, workers killed and the database restarted on the way`, () => {
  describe("over SMTP", () => {
    let post: Post;
    let smtp: Awaited<ReturnType<typeof startSmtp>>;
    beforeAll(async () => {
      [post, smtp] = await Promise.all([startPost("event-invitation", messages), startSmtp()]);
    }, timeout);
    afterAll(async () => {
      await Promise.all([post?.stop(), smtp?.stop()]);
    });

    it(
      "all arrive; what arrives twice was under way when its worker was killed, and is the same message",
      async () => {
        const made = await runThrough(post, {
          settings: { MAIL_TRANSPORT: "smtp", SMTP_URL: smtp.url },
          messages,
          done: () => smtp.mails.length,
          // What failed while the database or a worker was away is tried at once, as if the wait were over.
          nudge: () => post.query("UPDATE delivery SET due_at = now() WHERE state = 'queued'"),
        });
        expect(made).toMatchObject({ kills: strength.kills, restarts: strength.restarts });
        expect(await post.states()).toEqual({ sent: messages });
        const byRecipient = Map.groupBy(smtp.mails, ({ to }) => to[0] ?? "");
        expect(byRecipient.size).toBe(messages);
        const doubled = [...byRecipient.values()].filter((mails) => mails.length > 1);
        // A kill can double what one worker had under way, a restart what both had.
        expect(smtp.mails.length - messages).toBeLessThanOrEqual(lanes * (made.kills + 2 * made.restarts));
        for (const mails of doubled) {
          const read = await Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
          expect(new Set(read.map(({ messageId }) => messageId)).size).toBe(1);
          expect(new Set(mails.map(({ raw }) => raw.toString())).size).toBe(1);
        }
        console.log(`SMTP: ${messages} messages, ${smtp.mails.length - messages} doubled`);
      },
      timeout,
    );
  });

  describe("to Resend, with a tenth of the answers lost, one in twenty 429 and one in fifty 500", () => {
    let post: Post;
    let resend: Awaited<ReturnType<typeof startResend>>;
    beforeAll(async () => {
      resend = await startResend();
    });
    afterAll(async () => {
      await resend?.stop();
    });
    /** The faults come in turns, so that every run has its share of each. */
    const faults = () => {
      let asked = 0;
      return (): Fault => {
        asked += 1;
        if (asked % 10 === 3) return "lost";
        if (asked % 20 === 5) return { status: 429, name: "rate_limit_exceeded", after: 1 };
        return asked % 50 === 7 ? { status: 500, name: "internal_server_error" } : null;
      };
    };
    const run = async (ignoresKeys: boolean) => {
      resend.accepted.length = 0;
      Object.assign(resend.options, { ignoresKeys, fault: faults() });
      post = await startPost("newsletter", messages);
      try {
        await runThrough(post, {
          settings: { MAIL_TRANSPORT: "resend", RESEND_API_KEY: resend.key, RESEND_BASE_URL: resend.url },
          messages,
          done: () => new Set(resend.accepted.map(({ to }) => to)).size,
          nudge: () =>
            post.query(
              "WITH b AS (UPDATE delivery_batch SET due_at = now() WHERE state = 'queued') UPDATE delivery SET due_at = now() WHERE state = 'queued'",
            ),
        });
        return { states: await post.states(), accepted: resend.accepted.map(({ to }) => to) };
      } finally {
        await post.stop();
      }
    };

    it(
      "each arrives once",
      async () => {
        const { states, accepted } = await run(false);
        expect(states).toEqual({ sent: messages });
        expect(accepted).toHaveLength(messages);
        expect(new Set(accepted).size).toBe(messages);
      },
      timeout,
    );

    it.runIf(hard)(
      "some arrive twice where the keys are ignored, so that the test can fail",
      async () => {
        const { accepted } = await run(true);
        expect(new Set(accepted).size).toBe(messages);
        expect(accepted.length).toBeGreaterThan(messages);
      },
      timeout,
    );
  });
});
