import { isoDay } from "~/domain/shared/days";
import { bodyMembersOn } from "~/features/bodies/body-members.view.server";
import type { findRound } from "~/features/minutes/remarks.db.server";
import type { RegionDb } from "~/platform/db/region-db.server";

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;
export type Reader = { personId: string; name: string; email: string };

/** Who gets the minutes of a meeting for remarks: the members of the day with an address, and those who met for one. */
export async function roundReaders(db: RegionDb, { bodyId, day, presences }: Round): Promise<Reader[]> {
  const members = await bodyMembersOn(db, bodyId, isoDay(day));
  const seated = members.flatMap(({ personId, name, email }) => (personId && email ? { personId, name, email } : []));
  const met = presences.flatMap(({ substitutePerson: person }) =>
    person ? { personId: person.id, name: person.name, email: person.email } : [],
  );
  return [...new Map([...seated, ...met].map((reader) => [reader.personId, reader])).values()];
}
