import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  capacityOf,
  closedReason,
  decide,
  freePlaces,
  offerEnds,
  placeFor,
  type SignUpFacts,
  toBeOffered,
  type Way,
} from "~/domain/registrations/places";

const now = "2027-04-01T08:00:00.000Z";
const event: SignUpFacts = {
  state: "published",
  open: true,
  registration: "open",
  startsAt: "2027-05-01T08:00:00.000Z",
  registerBy: null,
  capacity: 2,
  capacityOnline: null,
  attendanceWay: "room",
};

describe("who may sign up", () => {
  it.each([
    [{ state: "draft" as const }, "not-open"],
    [{ open: false }, "not-open"],
    [{ registration: "none" as const }, "not-open"],
    [{ state: "cancelled" as const }, "cancelled"],
    [{ startsAt: now }, "over"],
    [{ state: "held" as const }, "over"],
    [{ registerBy: "2027-03-31T22:00:00.000Z" }, "closed"],
    [{ registerBy: now }, null],
    [{}, null],
  ])("%j: %s", (change, reason) => {
    expect(closedReason({ ...event, ...change }, now)).toBe(reason);
  });

  it("waits when nothing is free, or when others wait already", () => {
    expect(decide(event, "room", { taken: 1, inLine: 0 }, now)).toEqual({ ok: true, state: "registered" });
    expect(decide(event, "room", { taken: 2, inLine: 0 }, now)).toEqual({ ok: true, state: "waiting" });
    expect(decide(event, "room", { taken: 1, inLine: 1 }, now)).toEqual({ ok: true, state: "waiting" });
    expect(decide(event, "online", { taken: 0, inLine: 0 }, now)).toEqual({ ok: false, reason: "unknown-way" });
    expect(decide({ ...event, registration: "approval" }, "room", { taken: 0, inLine: 0 }, now)).toMatchObject({
      state: "pending",
    });
  });

  it("has two numbers of places only when the event is held both ways", () => {
    expect(capacityOf({ ...event, capacityOnline: 7 }, "online")).toBe(2);
    expect(capacityOf({ ...event, capacityOnline: 7, attendanceWay: "both" }, "online")).toBe(7);
    expect(freePlaces({ ...event, attendanceWay: "both" }, "online", { taken: 9, inLine: 0 })).toBeNull();
    expect(freePlaces(event, "room", { taken: 9, inLine: 0 })).toBe(0);
  });
});

describe("an offered place", () => {
  it("is kept for so many hours, and never beyond the start", () => {
    expect(offerEnds({ ...event, offerHours: 24 }, now)).toBe("2027-04-02T08:00:00.000Z");
    expect(offerEnds({ ...event, offerHours: 1000 }, now)).toBe(event.startsAt);
  });
});

/** One who has signed up, as the model of the whole keeps her. */
type One = { number: number; way: Way; state: "registered" | "waiting" | "offered" | "passed" | "cancelled" };

describe("whatever people do", () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant("sign-up" as const), way: fc.constantFrom<Way>("room", "online") }),
    fc.record({ what: fc.constantFrom("cancel", "accept", "pass"), who: fc.nat(40) }),
    fc.record({ what: fc.constant("resize" as const), room: fc.nat(6), online: fc.nat(6) }),
  );

  it("never are there more with a place than places, nobody is lost, and the order is kept", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let facts: SignUpFacts = { ...event, capacity: 3, capacityOnline: 2, attendanceWay: "both" };
        const people: One[] = [];
        const taken = (way: Way) =>
          people.filter((one) => one.way === way && (one.state === "registered" || one.state === "offered")).length;
        const inLine = (way: Way) => people.filter((one) => one.way === way && one.state === "waiting");
        let signedUp = 0;
        for (const one of steps) {
          if (one.what === "sign-up") {
            const counts = { taken: taken(one.way), inLine: inLine(one.way).length };
            const verdict = decide(facts, one.way, counts, now);
            if (!verdict.ok || verdict.state === "pending") throw new Error("it is open");
            people.push({ number: people.length + 1, way: one.way, state: verdict.state });
            signedUp += 1;
          } else if (one.what === "resize") {
            const fits = (places: number, way: Way) => Math.max(places, taken(way));
            facts = { ...facts, capacity: fits(one.room, "room"), capacityOnline: fits(one.online, "online") };
          } else {
            const person = people[one.who % Math.max(1, people.length)];
            if (!person) continue;
            if (one.what === "cancel") person.state = "cancelled";
            if (one.what === "accept" && person.state === "offered") person.state = "registered";
            if (one.what === "pass" && person.state === "offered") person.state = "passed";
          }
          const before = (["room", "online"] as const).map((way) => inLine(way).map((each) => each.number));
          const offered = toBeOffered(
            facts,
            [...inLine("room"), ...inLine("online")],
            { room: taken("room"), online: taken("online") },
            now,
          );
          for (const each of offered) (each as One).state = "offered";
          (["room", "online"] as const).forEach((way, at) => {
            expect(taken(way)).toBeLessThanOrEqual(capacityOf(facts, way) ?? Number.POSITIVE_INFINITY);
            const numbers = offered.filter((each) => each.way === way).map((each) => each.number);
            expect(numbers).toEqual(before[at]?.slice(0, numbers.length));
            const free = freePlaces(facts, way, { taken: taken(way), inLine: 0 });
            if (inLine(way).length > 0) expect(free).toBe(0);
          });
        }
        expect(people).toHaveLength(signedUp);
      }),
      { numRuns: 300 },
    );
  });

  it("lets one in where there is no limit, however many there are", () => {
    fc.assert(
      fc.property(fc.nat(), (many) => {
        expect(placeFor({ ...event, capacity: null }, "room", { taken: many, inLine: 0 })).toBe("registered");
      }),
    );
  });
});
