import { describe, expect, it } from "vitest";
import { mayGive } from "~/domain/people/role-rules";

const always = { from: "2026-01-01", to: null };

describe("giving a role", () => {
  it("sends the contact person to the page of the municipality", () => {
    expect(mayGive({ kind: "contact_person", actorId: null, span: always }, [])).toEqual({
      ok: false,
      reason: "through-municipality",
    });
  });

  it("asks which actor an editor edits", () => {
    for (const kind of ["network_leader", "webinar_publisher"]) {
      expect(mayGive({ kind, actorId: null, span: always }, [])).toEqual({ ok: false, reason: "actor-missing" });
      expect(mayGive({ kind, actorId: "a", span: always }, [])).toEqual({ ok: true });
    }
    expect(mayGive({ kind: "reader", actorId: null, span: always }, [])).toEqual({ ok: true });
  });

  it("refuses the same role twice at one time, and allows it one after the other or for two actors", () => {
    const held = [{ kind: "network_leader", actorId: "a", span: { from: "2026-01-01", to: "2026-06-01" } }];
    const give = (actorId: string, from: string) =>
      mayGive({ kind: "network_leader", actorId, span: { from, to: null } }, held);
    expect(give("a", "2026-05-31")).toEqual({ ok: false, reason: "already-held" });
    expect(give("a", "2026-06-01")).toEqual({ ok: true });
    expect(give("b", "2026-05-31")).toEqual({ ok: true });
  });
});
