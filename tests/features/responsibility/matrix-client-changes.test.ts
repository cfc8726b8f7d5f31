import { describe, expect, it } from "vitest";
import { type Change, type Conflict, queueChanges, type Reply } from "~/features/responsibility/matrix-changes";

/** A queue over rows in memory, with a server that answers when it is told to. */
function desk(rows: Record<string, string>) {
  const shown = new Map(Object.entries(rows));
  const sent: { change: Change; seen: string; answer: (reply: Reply) => void; fail: () => void }[] = [];
  const saved: string[] = [];
  const conflicts: Conflict[] = [];
  const failed: (string | undefined)[] = [];
  const changes = queueChanges({
    cells: (row) => shown.get(row) ?? "",
    show: (row, cells) => void shown.set(row, cells),
    send: (change, seen) =>
      new Promise((answer, fail) => void sent.push({ change, seen, answer, fail: () => fail(new Error("offline")) })),
    onSaved: ({ row, column, wanted }, { undone }) =>
      void saved.push(`${row}${column}${wanted}${undone ? " undone" : ""}`),
    onConflict: (_change, met) => void conflicts.push(met),
    onFailed: (_change, message) => void failed.push(message),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { shown, sent, saved, conflicts, failed, changes, settle };
}

describe("changes to the matrix", () => {
  it("are shown at once and sent one after the other with what was seen", async () => {
    const { shown, sent, changes, settle } = desk({ r: "A.." });
    changes.make({ row: "r", column: 1, wanted: "c" });
    changes.make({ row: "r", column: 1, wanted: "k" });
    expect(shown.get("r")).toBe("AK.");
    expect(sent.map(({ seen }) => seen)).toEqual(["."]);
    sent[0]?.answer({ ok: true, cells: "AC." });
    await settle();
    expect(shown.get("r")).toBe("AK.");
    expect(sent.map(({ seen }) => seen)).toEqual([".", "C"]);
    expect(changes.busy()).toBe(true);
    sent[1]?.answer({ ok: true, cells: "AK." });
    await settle();
    expect(changes.busy()).toBe(false);
  });

  it("stand as the server says they stand", async () => {
    const { shown, sent, saved, changes, settle } = desk({ r: "Ac." });
    changes.make({ row: "r", column: 1, wanted: "clear" });
    expect(shown.get("r")).toBe("A..");
    sent[0]?.answer({ ok: true, cells: "Ac." });
    await settle();
    expect(shown.get("r")).toBe("Ac.");
    expect(saved).toEqual(["r1clear"]);
  });

  it("are taken back one by one, also the one who was moved", async () => {
    const { shown, sent, saved, changes, settle } = desk({ r: "A.." });
    changes.make({ row: "r", column: 2, wanted: "a" });
    sent[0]?.answer({ ok: true, cells: "P.A", moved: "x" });
    await settle();
    expect(changes.undo()).toBe(true);
    expect(shown.get("r")).toBe("A..");
    expect(sent[1]?.change).toEqual({ row: "r", column: 2, wanted: "clear" });
    sent[1]?.answer({ ok: true, cells: "P.." });
    await settle();
    expect(sent[2]?.change).toEqual({ row: "r", column: 0, wanted: "a" });
    sent[2]?.answer({ ok: true, cells: "A.." });
    await settle();
    expect(shown.get("r")).toBe("A..");
    expect(saved).toEqual(["r2a", "r2clear undone", "r0a undone"]);
    expect(changes.undo()).toBe(false);
  });

  it("give way to another's, who was first, and ask", async () => {
    const { shown, sent, conflicts, changes, settle } = desk({ r: "A.." });
    changes.make({ row: "r", column: 1, wanted: "p" });
    changes.make({ row: "r", column: 1, wanted: "k" });
    changes.make({ row: "r", column: 2, wanted: "i" });
    sent[0]?.answer({ ok: false, reason: "changed-meanwhile", cells: "AC.", who: "Koordinator", at: null });
    await settle();
    expect(conflicts).toHaveLength(1);
    expect(shown.get("r")).toBe("ACI");
    expect(sent.map(({ change }) => change.wanted)).toEqual(["p", "i"]);
    sent[1]?.answer({ ok: true, cells: "ACI" });
    await settle();
    changes.undo();
    expect(shown.get("r")).toBe("AC.");
    expect(changes.undo()).toBe(false);
  });

  it("are taken back without what others changed in the row", async () => {
    const { shown, sent, changes, settle } = desk({ r: "A.." });
    changes.make({ row: "r", column: 1, wanted: "p" });
    sent[0]?.answer({ ok: true, cells: "APK" });
    await settle();
    changes.undo();
    expect(shown.get("r")).toBe("A.K");
    expect(sent.map(({ change }) => change.column)).toEqual([1, 1]);
  });

  it("that are not saved leave what is, with the server's words or none", async () => {
    const { shown, sent, failed, changes, settle } = desk({ r: "A..", s: ".." });
    changes.make({ row: "r", column: 1, wanted: "p" });
    sent[0]?.fail();
    await settle();
    changes.make({ row: "s", column: 0, wanted: "a" });
    sent[1]?.answer({ ok: false, reason: "before-approval", message: "Vel ein seinare dag" });
    await settle();
    expect([shown.get("r"), shown.get("s")]).toEqual(["A..", ".."]);
    expect(failed).toEqual([undefined, "Vel ein seinare dag"]);
    expect(changes.undo()).toBe(false);
  });
});
