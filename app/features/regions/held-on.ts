/** The roles held on this day (midnight UTC), as a condition of a query. */
export function heldOn(day: Date) {
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
}
