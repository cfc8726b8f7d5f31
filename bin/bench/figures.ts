import type { ChildProcess } from "node:child_process";

/** What the run works on: two databases that are alike but for the number of regions, and who is signed in there. */
export type Bench = { few: string; many: string; cookie: string; region: string };

/** The programs that were started, to be ended with the run. */
export const children: ChildProcess[] = [];

export const secret = "a-secret-for-the-bench-and-nothing-else-0123";

type Line = { name: string; figure: number; unit: string; bar: number; atMost: boolean };

/** Prints one figure beside its bar. */
export function tell({ name, figure, unit, bar, atMost }: Line): void {
  const ok = atMost ? figure <= bar : figure >= bar;
  const words = `${figure.toFixed(2)}${unit}`.padStart(10);
  console.log(`${name.padEnd(72)} ${words}  ${atMost ? "at most" : "at least"} ${bar}${unit}  ${ok ? "ok" : "SHORT"}`);
}

export const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Takes turns, so that what slows the machine slows all. Medians, milliseconds. */
export async function inTurns(rounds: number, ...works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map(() => [] as number[]);
  for (let round = -10; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const time = await timed(work);
      if (round >= 0) times[index]?.push(time);
    }
  return times.map(median);
}
