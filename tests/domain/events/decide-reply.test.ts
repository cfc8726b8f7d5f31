import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideReply, type WeighedInvitation, type WeighedReply } from "~/domain/events/decide-reply";

const numRuns = process.env.SAMVIRK_TEST_LONG === "1" ? 200_000 : 2_000;
const now = new Date("2027-04-02T08:00:00Z");
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const event = { state: "published", startsAt: new Date("2027-05-26T07:00:00Z") };
const asked: WeighedInvitation = {
  told: 0,
  repliedStamp: null,
  answeredAt: null,
  answeredBy: null,
  withdrawn: false,
};
const own: WeighedReply = { sequence: 0, stamp: now, own: true };

describe("a reply by mail", () => {
  it("counts from the address that was invited, to what was last sent, before the event", () => {
    expect(decideReply(asked, own, event, now)).toEqual({ verdict: "count" });
    expect(decideReply({ ...asked, told: 3 }, { ...own, sequence: 3 }, event, now)).toEqual({ verdict: "count" });
    expect(decideReply({ ...asked, told: null }, own, event, now)).toEqual({ verdict: "count" });
  });

  it("is stale below what the person was sent (C11)", () => {
    const told = { ...asked, told: 2 };
    expect(decideReply(told, { ...own, sequence: 1 }, event, now)).toEqual({ verdict: "ignore", reason: "stale" });
  });

  it("changes nothing when it is the same again, or older than the answer that stands", () => {
    const replied = { ...asked, repliedStamp: now, answeredAt: now, answeredBy: "mail" };
    expect(decideReply(replied, own, event, now)).toMatchObject({ reason: "doubled" });
    expect(decideReply(replied, { ...own, stamp: minutes(-1) }, event, now)).toMatchObject({ reason: "older" });
    const linked = { ...asked, answeredAt: now, answeredBy: "link" };
    expect(decideReply(linked, { ...own, stamp: minutes(-1) }, event, now)).toMatchObject({ reason: "older" });
    expect(decideReply(linked, { ...own, stamp: minutes(1) }, event, now)).toEqual({ verdict: "count" });
  });

  it("waits for a person from another address, and when the event or the invitation is no more", () => {
    expect(decideReply(null, own, event, now)).toEqual({ verdict: "ask", reason: "other-address" });
    expect(decideReply(asked, { ...own, own: false }, event, now)).toEqual({ verdict: "ask", reason: "other-address" });
    expect(decideReply(asked, { ...own, counter: true }, event, now)).toEqual({ verdict: "ask", reason: "counter" });
    expect(decideReply({ ...asked, withdrawn: true }, own, event, now)).toMatchObject({ reason: "withdrawn" });
    expect(decideReply(asked, own, { ...event, state: "cancelled" }, now)).toMatchObject({ reason: "cancelled" });
    expect(decideReply(asked, own, event, event.startsAt)).toMatchObject({ verdict: "ask", reason: "over" });
  });
});

type Arriving = { answer: string; sequence: number; stamp: number; own: boolean };

/** What the answer must be after these mails, by one look at all of them. */
function expected(mails: Arriving[], told: number): Arriving | undefined {
  return mails
    .filter(({ sequence, own }) => own && sequence >= told)
    .reduce<Arriving | undefined>((best, mail) => (!best || mail.stamp > best.stamp ? mail : best), undefined);
}

describe("mails in any order, doubled and late", () => {
  it("leave the newest answer to what was sent, whatever comes between", () => {
    const mail = fc.record({
      answer: fc.constantFrom("accepted", "declined", "tentative"),
      sequence: fc.nat(3),
      stamp: fc.nat(20),
      own: fc.boolean(),
    });
    const mails = fc
      .array(mail, { maxLength: 12 })
      .chain((sent) => fc.shuffledSubarray([...sent, ...sent], { minLength: sent.length }).map((arriving) => arriving));
    fc.assert(
      fc.property(mails, fc.nat(3), (arriving, told) => {
        let state = { ...asked, told };
        let counted: Arriving | undefined;
        for (const one of arriving) {
          const stamp = minutes(one.stamp);
          if (decideReply(state, { ...one, stamp }, event, now).verdict !== "count") continue;
          counted = one;
          state = { ...state, repliedStamp: stamp, answeredAt: now, answeredBy: "mail" };
        }
        expect(counted?.stamp).toBe(expected(arriving, told)?.stamp);
      }),
      { numRuns },
    );
  });
});
