import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeliveryStatus } from "~/domain/delivery/delivery-status";
import { outcomeOfReports, type ReportKind } from "~/domain/delivery/reports";

describe("what the reports on a message say together", () => {
  it.each<[ReportKind[], ReturnType<typeof outcomeOfReports>]>([
    [[], null],
    [["sent", "delayed"], null],
    [["sent", "soft"], "soft"],
    [["soft", "delivered"], "delivered"],
    [["delivered", "hard"], "hard"],
    [["delivered", "complaint"], "delivered"],
  ])("%j is %s", (kinds, outcome) => expect(outcomeOfReports(kinds)).toBe(outcome));

  it("is the same in whatever order they come, and however often", () => {
    const kind = fc.constantFrom<ReportKind>("sent", "delivered", "delayed", "hard", "soft", "complaint");
    const shuffled = fc
      .array(kind)
      .chain((kinds) =>
        fc.tuple(
          fc.constant(kinds),
          fc.shuffledSubarray([...kinds, ...kinds], { minLength: kinds.length * 2, maxLength: kinds.length * 2 }),
        ),
      );
    fc.assert(fc.property(shuffled, ([kinds, again]) => outcomeOfReports(kinds) === outcomeOfReports(again)));
  });
});

const status = (...lines: string[]) => readDeliveryStatus(lines.join("\r\n"));

describe("a report of delivery", () => {
  it("tells who, whether it is for good, and the status", () => {
    const lines = ["Reporting-MTA: dns; mx.voss.example", "", "Final-Recipient: rfc822; Kontakt@Voss.example"];
    expect(
      status(...lines, "Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 No such user"),
    ).toEqual({
      recipient: "kontakt@voss.example",
      kind: "hard",
      code: "5.1.1",
    });
    expect(status(...lines, "Action: failed", "Status: 5.2.2 (mailbox full)")).toMatchObject({ kind: "soft" });
    expect(status(...lines, "Action: failed", "Status: 4.4.7")).toMatchObject({ kind: "soft", code: "4.4.7" });
    expect(status(...lines, "Action: delayed", "Status: 4.4.1")).toMatchObject({ kind: "delayed" });
    expect(status(...lines, "Action: delivered", "Status: 2.0.0")).toMatchObject({ kind: "delivered" });
  });

  it("counts what cannot be told as not for good", () => {
    expect(status("Final-Recipient: rfc822; a@b.example", "Action: failed")).toMatchObject({ kind: "soft", code: "" });
  });

  it("reads continued fields, and prefers the address the mail was sent to", () => {
    const read = status(
      "Final-Recipient: rfc822; inner@host.example",
      "Original-Recipient:",
      " rfc822; outer@host.example",
      "Action: FAILED",
      "Status:",
      "  5.1.10",
    );
    expect(read).toEqual({ recipient: "outer@host.example", kind: "hard", code: "5.1.10" });
  });

  it("says nothing when it says nothing of anybody, whatever it is", () => {
    expect(status("Reporting-MTA: dns; mx")).toBeNull();
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readDeliveryStatus(text) !== undefined));
  });
});
