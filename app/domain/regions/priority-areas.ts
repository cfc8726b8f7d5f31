export type NumberedArea = { id: string; number: number };

/** The number after the highest; the first is 1. */
export function nextNumber(areas: readonly { number: number }[]): number {
  return Math.max(0, ...areas.map(({ number }) => number)) + 1;
}

/** Whether a number is free: no other priority area of the region has it. */
export function numberIsFree(areas: readonly NumberedArea[], number: number, own: string | null): boolean {
  return areas.every((area) => area.number !== number || area.id === own);
}
