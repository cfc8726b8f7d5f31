import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTogether } from "~/platform/read-together.server";

/** A value that changes, and readings of it that end when they are told to. */
function source() {
  const state = { value: 0, readings: 0 };
  const ends: (() => void)[] = [];
  return {
    state,
    read: (key = "one") =>
      readTogether(key, async () => {
        state.readings += 1;
        const { value } = state;
        await new Promise<void>((resolve) => ends.push(resolve));
        return value;
      }),
    /** Ends the reading that has waited longest, and lets what follows begin. */
    end: async () => {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    waiting: () => ends.length,
  };
}

describe("what many ask for at once", () => {
  it("is read once for all who come during a reading, after they have asked", async () => {
    const { state, read, end } = source();
    const first = read();
    state.value = 1;
    const others = [read(), read(), read()];
    await end();
    state.value = 2;
    expect(await first).toBe(0);
    await end();
    expect([await Promise.all(others), state.readings]).toEqual([[1, 1, 1], 2]);
  });

  it("is never what was true before somebody asked, in whatever order they come and readings end", async () => {
    const steps = fc.array(fc.constantFrom("ask", "change", "end"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, fc.uuid(), async (done, key) => {
        const { state, read, end, waiting } = source();
        const asked: Promise<void>[] = [];
        for (const step of done) {
          if (step === "change") state.value += 1;
          else if (step === "end") await end();
          else {
            const since = state.value;
            asked.push(read(key).then((value) => expect(value).toBeGreaterThanOrEqual(since)));
          }
        }
        while (waiting() > 0) await end();
        await Promise.all(asked);
        expect(state.readings).toBeLessThanOrEqual(asked.length);
      }),
    );
  });

  it("is read apart for another key, and anew when a reading has failed", async () => {
    const { state, read, end } = source();
    const both = [read("a"), read("b")];
    expect(state.readings).toBe(2);
    await end();
    await end();
    await Promise.all(both);
    const fails = () => readTogether("c", () => Promise.reject(new Error("no")));
    const works = () => readTogether("c", async () => "yes");
    const [failed, worked] = [fails(), works()];
    await expect(failed).rejects.toThrow("no");
    expect(await worked).toBe("yes");
    expect(await works()).toBe("yes");
  });
});
