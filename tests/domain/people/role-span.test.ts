import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  endSpan,
  isEmpty,
  lastDay,
  leavesGap,
  overlap,
  type Span,
  spanOf,
  standing,
} from "~/domain/people/role-span";

const today = "2026-05-26";
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days));
const span: fc.Arbitrary<Span> = fc.record({ from: day, to: fc.option(day) });
const days = Array.from({ length: 140 }, (_, index) => addDays(today, index - 50));
const held = ({ from, to }: Span, on: string) => from <= on && (to === null || on < to);

describe("the span of a role", () => {
  it("includes its first and its last day", () => {
    expect(spanOf("2026-01-01", "2026-01-31")).toEqual({ ok: true, span: { from: "2026-01-01", to: "2026-02-01" } });
    expect(spanOf("2026-01-01", "2026-01-01")).toEqual({ ok: true, span: { from: "2026-01-01", to: "2026-01-02" } });
    expect(lastDay({ from: "2026-01-01", to: "2026-02-01" })).toBe("2026-01-31");
  });

  it("does not end before it starts", () => {
    expect(spanOf("2026-02-01", "2026-01-31")).toEqual({ ok: false, reason: "end-before-start" });
  });

  it("stands as coming, held or ended as its days say", () => {
    expect(standing({ from: today, to: null }, today)).toBe("held");
    expect(standing({ from: "2026-05-27", to: null }, today)).toBe("coming");
    expect(standing({ from: "2026-01-01", to: today }, today)).toBe("ended");
    expect(standing({ from: "2026-06-01", to: "2026-06-01" }, today)).toBe("ended");
  });

  it("overlaps another exactly when they share a day", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((on) => held(a, on) && held(b, on)));
      }),
    );
  });

  it("is not held from today on when it ends now, whether it had begun or not", () => {
    fc.assert(
      fc.property(span, (before) => {
        const ended = endSpan(before, "now", today);
        expect(ended.ok && standing(ended.span, today)).toBe("ended");
      }),
    );
    const coming = endSpan({ from: "2026-09-01", to: null }, "now", today);
    expect(coming.ok && isEmpty(coming.span)).toBe(true);
  });

  it("leaves a gap exactly when a day from today on loses its last coordinator", () => {
    fc.assert(
      fc.property(span, day, fc.array(span, { maxLength: 4 }), (before, to, others) => {
        const after = { from: before.from, to };
        const lost = days.some(
          (on) => on >= today && held(before, on) && !held(after, on) && !others.some((other) => held(other, on)),
        );
        expect(leavesGap(before, after, others, today)).toBe(lost);
      }),
      { numRuns: 500 },
    );
  });
});
