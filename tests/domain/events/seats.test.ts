import { array, boolean, constantFrom, assert as fcAssert, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, type First, isCounted, judgeSubstitute, nextDeputy } from "~/domain/events/seats";

const first = (fields: Partial<First> = {}): First => ({
  ...{ id: "invitation", personId: "first", substituteForId: null, substitute: null },
  ...fields,
});
const candidate = (fields: Partial<Candidate> = {}): Candidate => ({
  ...{ personId: "other", held: false, optedOut: false, invitation: null },
  ...fields,
});
const standing = { withdrawn: false, declined: false };
const refused = (reason: string) => ({ ok: false, reason });

describe("whether somebody may meet for another", () => {
  it("is yes for who is nobody to the event, or was invited to it and is so no more", () => {
    expect(judgeSubstitute(first(), candidate())).toEqual({ ok: true, already: false });
    const withdrawn = candidate({ invitation: { withdrawn: true, declined: true } });
    expect(judgeSubstitute(first(), withdrawn)).toEqual({ ok: true, already: false });
  });

  it("is no for herself, whoever is invited, and whom mail does not reach or who wants none", () => {
    expect(judgeSubstitute(first(), candidate({ personId: "first" }))).toEqual(refused("herself"));
    expect(judgeSubstitute(first(), candidate({ invitation: standing }))).toEqual(refused("invited"));
    expect(judgeSubstitute(first(), candidate({ held: true }))).toEqual(refused("held"));
    expect(judgeSubstitute(first(), candidate({ optedOut: true }))).toEqual(refused("opted-out"));
  });

  it("is no for anybody when the seat is a substitute's, whoever asks", () => {
    const substitutes = first({ substituteForId: "another" });
    for (const one of [candidate(), candidate({ personId: "first" }), candidate({ held: true })])
      expect(judgeSubstitute(substitutes, one)).toEqual(refused("is-substitute"));
  });

  it("is one naming when the same is named again, and no for another until she has said no", () => {
    const asked = first({ substitute: { personId: "other", declined: false } });
    const sameAgain = candidate({ invitation: standing });
    expect(judgeSubstitute(asked, sameAgain)).toEqual({ ok: true, already: true });
    expect(judgeSubstitute(asked, candidate({ personId: "third" }))).toEqual(refused("standing"));
    const cannot = first({ substitute: { personId: "other", declined: true } });
    expect(judgeSubstitute(cannot, sameAgain)).toEqual(refused("declined"));
    expect(judgeSubstitute(cannot, candidate({ personId: "third" }))).toEqual({ ok: true, already: false });
  });
});

describe("the deputy who is called up", () => {
  const deputies = [
    candidate({ personId: "held", held: true }),
    candidate({ personId: "invited", invitation: standing }),
    candidate({ personId: "said-no-before", invitation: { withdrawn: true, declined: true } }),
    candidate({ personId: "free" }),
    candidate({ personId: "free-too" }),
  ];

  it("is the first who can be reached, is not invited and has not said no", () => {
    expect(nextDeputy(first(), deputies)?.personId).toBe("free");
    expect(nextDeputy(first({ personId: "free" }), deputies)?.personId).toBe("free-too");
  });

  it("is nobody when none is left, when somebody meets already, and for a substitute's own seat", () => {
    expect(nextDeputy(first(), deputies.slice(0, 3))).toBeNull();
    expect(nextDeputy(first(), [])).toBeNull();
    expect(nextDeputy(first({ substitute: { personId: "free", declined: false } }), deputies)).toBeNull();
    expect(nextDeputy(first({ substituteForId: "another" }), deputies)).toBeNull();
  });

  it("is the next one when the one before has said no", () => {
    const after = first({ substitute: { personId: "free", declined: true } });
    const declined = deputies.map((one) =>
      one.personId === "free" ? { ...one, invitation: { withdrawn: false, declined: true } } : one,
    );
    expect(nextDeputy(after, declined)?.personId).toBe("free-too");
  });

  it("is never one who could not be named by hand, and nobody before her on the list could", () => {
    const person = constantFrom("first", "a", "b", "c", "d");
    const invitation = option(record({ withdrawn: boolean(), declined: boolean() }), { nil: null });
    const anybody = record({ personId: person, held: boolean(), optedOut: boolean(), invitation });
    const seat = record({
      id: constantFrom("invitation"),
      personId: constantFrom("first"),
      substituteForId: option(constantFrom("another"), { nil: null }),
      substitute: option(record({ personId: person, declined: boolean() }), { nil: null }),
    });
    fcAssert(
      property(seat, array(anybody, { maxLength: 6 }), (of, list) => {
        const next = nextDeputy(of, list);
        const before = next ? list.slice(0, list.indexOf(next)) : list;
        if (next) expect(judgeSubstitute(of, next)).toEqual({ ok: true, already: false });
        for (const one of before) {
          const verdict = judgeSubstitute(of, one);
          expect(verdict.ok && !verdict.already && !one.invitation?.declined).toBe(false);
        }
      }),
    );
  });
});

it("counts an invitation that nobody stands in for", () => {
  expect(isCounted({ substitutes: [] })).toBe(true);
  expect(isCounted({ substitutes: [{}] })).toBe(false);
});
