/**
 * Milliseconds of processor time that a piece of work takes in this process. Unlike the clock's it is the same when
 * other work shares the machine.
 */
export async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
