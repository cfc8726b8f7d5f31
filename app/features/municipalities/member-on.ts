/** The municipalities that are in the region on a day (midnight UTC) and stand on it, as a condition of a query. */
export function memberOn(day: Date) {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
      { OR: [{ validTo: null }, { validTo: { gt: day } }] },
    ],
    municipality: { OR: [{ endedOn: null }, { endedOn: { gt: day } }] },
  };
}
