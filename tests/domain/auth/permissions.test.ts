import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Action, can, type HeldRole, type RoleKind, roleKinds } from "~/domain/auth/permissions";

const runs = process.env.SAMVIRK_TEST_LONG === "1" ? 5_000 : 100;
const own = "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f";
const other = "0192f0c1-8c3b-7e55-9d0f-000000000000";

/** y: everywhere; a: at her own actor; m: in her own municipality; e: of a newsletter she edits; o: of a row she owns; b: in a body she is a member of;
 *  -: no. The columns follow `roleKinds`. */
const table: Record<Action, string> = {
  //                        coordinator leader publisher contact secretariat reader directorate
  "overview.see": "y y y y y y -",
  "plan.see": "y y y - y y -",
  "plan.edit": "y - - - - - -",
  "actors.see": "y y y - y y -",
  "actors.edit": "y - - - - - -",
  "groups.see": "y y y - y y -",
  "groups.edit": "y - - - - - -",
  "responsibility.see": "y y y - y y -",
  "responsibility.edit": "y - - - - - -",
  "networks.see": "y y y - y y -",
  "networks.edit": "y a - - - - -",
  "audiences.see": "y y - - - - -",
  "audiences.edit": "y - - - - - -",
  "municipalities.see": "y y y m y y -",
  "municipalities.edit": "y - - - - - -",
  "contact-person.assign": "y - - m - - -",
  "deputies.edit": "y - - m - - -",
  "publications.see": "y y y - y y -",
  "publications.edit": "y a a - - - -",
  "events.see": "y y y - y y -",
  "events.edit": "y a a - a - -",
  "events.invite": "y a a - a - -",
  "invitations.see-own": "- - - y - - -",
  "newsletters.see": "y y y - y y -",
  "newsletters.edit": "y - - - - - -",
  "newsletters.write": "y e e - e - -",
  "notes.edit": "y a a - a - -",
  "bodies.see": "y y y - y y -",
  "bodies.edit": "y - - - y - -",
  "cases.see-closed": "y b b - y b -",
  "cases.edit": "y - - - y - -",
  "minutes.write": "y - - - y - -",
  "action-plan.see": "y y y - y y -",
  "action-plan.edit": "y - - - y - -",
  "action-plan.status": "y o o - y o -",
  "reports.see": "y y y - y y -",
  "reports.edit": "y - - - y - -",
  "reports.fill": "y o o - y o -",
  "accounts.see": "y - - - y - -",
  "accounts.edit": "y - - - y - -",
  "automation.see": "y - - - - - -",
  "automation.edit": "y - - - - - -",
  "deliveries.see": "y - - - - - -",
  "import.run": "y - - - - - -",
  "region.edit": "y - - - - - -",
  "members.edit": "y - - - - - -",
  "audit.see": "y - - - - - -",
};

const cells = Object.entries(table).flatMap(([action, row]) =>
  row.split(" ").map((rule, index) => [roleKinds[index] as RoleKind, action as Action, rule] as const),
);
const held = (kind: RoleKind): HeldRole => ({ kind, actorId: own, municipalityId: own });

describe("the permission table", () => {
  it.each(cells)("for a %s to do %s says %s", (kind, action, rule) => {
    const may = (subject?: Parameters<typeof can>[2], role = held(kind)) => can([role], action, subject);
    expect(may()).toBe(rule === "y");
    expect(may({ actorIds: [own] })).toBe(rule === "y" || rule === "a");
    expect(may({ municipalityId: own })).toBe(rule === "y" || rule === "m");
    expect(may({ isEditor: true })).toBe(rule === "y" || rule === "e");
    expect(may({ isEditor: false })).toBe(rule === "y");
    expect(may({ isOwner: true })).toBe(rule === "y" || rule === "o");
    expect(may({ isMember: true })).toBe(rule === "y" || rule === "b");
    expect(may({ actorIds: [other], municipalityId: other })).toBe(rule === "y");
    expect(may({ actorIds: [], municipalityId: null })).toBe(rule === "y");
    const bare = { kind, actorId: null, municipalityId: null };
    expect(may({ actorIds: [], municipalityId: null }, bare)).toBe(rule === "y");
    expect(may({}, bare)).toBe(rule === "y");
  });

  it("has every role in every row", () => {
    expect(cells).toHaveLength(Object.keys(table).length * roleKinds.length);
  });

  it("says no to nobody, and to every action and role it does not know", () => {
    const word = fc.oneof(fc.string(), fc.constantFrom("constructor", "__proto__", "toString", "hasOwnProperty"));
    const known = new Set<string>([...roleKinds, ...Object.keys(table)]);
    const strange = word.filter((text) => !known.has(text));
    const subject = { actorIds: [own], municipalityId: own };
    for (const action of Object.keys(table)) expect(can([], action as Action, subject)).toBe(false);
    fc.assert(
      fc.property(
        strange,
        fc.constantFrom(...roleKinds),
        fc.constantFrom(...Object.keys(table)),
        (text, kind, action) => {
          expect(can([held(text as RoleKind)], action as Action, subject)).toBe(false);
          expect(can([held(kind)], text as Action, subject)).toBe(false);
        },
      ),
      { numRuns: runs },
    );
  });

  it("gives somebody with several roles what any of them gives, and no more", () => {
    const role = fc.record({
      kind: fc.constantFrom(...roleKinds),
      actorId: fc.constantFrom(own, other, null),
      municipalityId: fc.constantFrom(own, other, null),
    });
    const subject = fc.record(
      { actorId: fc.constantFrom(own, other, null), municipalityId: fc.constantFrom(own, other, null) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(role), fc.constantFrom(...Object.keys(table)), subject, (roles, action, about) => {
        expect(can(roles, action as Action, about)).toBe(roles.some((one) => can([one], action as Action, about)));
      }),
      { numRuns: runs },
    );
  });
});
