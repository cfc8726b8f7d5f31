import { describe, expect, it } from "vitest";
import { judgeTimes } from "~/domain/events/times";

const now = "2027-03-01T08:00:00Z";
const judge = (date: string, start: string, end: string, endDate?: string) =>
  judgeTimes({ date, start, end, endDate }, "Europe/Oslo", now);
const refused = (field: string, reason: string) => ({ ok: false, field, reason });

describe("when an event is", () => {
  it("is read from the clock on the wall in its zone", () => {
    expect(judge("2027-03-27", "09:00", "11:00")).toEqual({
      ok: true,
      startsAt: "2027-03-27T08:00:00Z",
      endsAt: "2027-03-27T10:00:00Z",
    });
    expect(judge("2027-03-29", "09:00", "11:00")).toMatchObject({ startsAt: "2027-03-29T07:00:00Z" });
  });

  it("may span midnight and the night the clock moves", () => {
    expect(judge("2027-03-27", "22:00", "04:00", "2027-03-28")).toMatchObject({
      ok: true,
      endsAt: "2027-03-28T02:00:00Z",
    });
    expect(judge("2027-10-31", "02:30", "03:30")).toMatchObject({ startsAt: "2027-10-31T00:30:00Z" });
  });

  it("is refused at the field that is wrong", () => {
    expect(judge("2027-03-28", "02:30", "04:00")).toEqual(refused("start", "no-such-time"));
    expect(judge("2027-03-28", "01:30", "02:30")).toEqual(refused("end", "no-such-time"));
    expect(judge("2027-02-30", "09:00", "10:00")).toEqual(refused("start", "no-such-time"));
    expect(judge("2027-05-26", "09:00", "09:00")).toEqual(refused("end", "ends-before-start"));
    expect(judge("2027-05-26", "09:00", "10:00", "2027-05-25")).toEqual(refused("end", "ends-before-start"));
    expect(judge("2027-03-01", "09:00", "10:00")).toEqual(refused("date", "in-the-past"));
    expect(judge("2027-03-01", "09:01", "10:00")).toMatchObject({ ok: true });
  });
});
