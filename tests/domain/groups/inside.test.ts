import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorsOfGroups, circleOf, type GroupLink, withGroupsInside } from "~/domain/groups/inside";

const link = (groupId: string, memberGroupId: string): GroupLink => ({ groupId, memberGroupId });

describe("a group in a group", () => {
  it("is refused with the circle it would make, from the one that takes it in and back", () => {
    const links = [link("b", "c"), link("c", "d"), link("d", "a")];
    expect(circleOf(links, link("a", "b"))).toEqual(["a", "b", "c", "d", "a"]);
    expect(circleOf([], link("a", "a"))).toEqual(["a", "a"]);
    expect(circleOf([link("a", "b")], link("b", "a"))).toEqual(["b", "a", "b"]);
  });

  it("is taken in where it makes none, also when it is there by two ways", () => {
    expect(circleOf([link("a", "b"), link("a", "c"), link("b", "d")], link("c", "d"))).toBeNull();
  });

  it("brings those inside it, each once", () => {
    const links = [link("a", "b"), link("a", "c"), link("b", "d"), link("c", "d")];
    expect(withGroupsInside(links, "a")).toEqual(["a", "b", "c", "d"]);
  });

  it("brings the actors of its members", () => {
    const members = [
      { groupId: "a", actorId: "x", memberGroupId: null },
      { groupId: "a", actorId: null, memberGroupId: "b" },
      { groupId: "b", actorId: "y", memberGroupId: null },
      { groupId: "b", actorId: "x", memberGroupId: null },
      { groupId: "c", actorId: null, memberGroupId: null },
    ];
    expect([...actorsOfGroups(members)]).toEqual([
      ["a", ["x", "y"]],
      ["b", ["y", "x"]],
    ]);
  });
});

const group = fc.integer({ min: 0, max: 7 }).map(String);
const anyLink = fc.record({ groupId: group, memberGroupId: group });

describe("groups taken in one after the other", () => {
  it("never come to be in a circle, and are only refused when they would", () => {
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 30 }), (asked) => {
        const taken: GroupLink[] = [];
        for (const each of asked) {
          const circle = circleOf(taken, each);
          expect(circle !== null).toBe(withGroupsInside(taken, each.memberGroupId).includes(each.groupId));
          if (circle === null) taken.push(each);
          else {
            expect([circle[0], circle[1], circle.at(-1)]).toEqual([each.groupId, each.memberGroupId, each.groupId]);
            const steps = circle.slice(1, -1).map((at, index) => [at, circle[index + 2]]);
            for (const [from, to] of steps)
              expect(taken.some(({ groupId, memberGroupId }) => groupId === from && memberGroupId === to)).toBe(true);
          }
        }
        for (const { groupId, memberGroupId } of taken)
          expect(withGroupsInside(taken, memberGroupId)).not.toContain(groupId);
      }),
    );
  });
});
