import { languageOf } from "~/domain/regions/written-standard";
import { ownRegion } from "~/features/regions/own-region.server";
import { findRound, listRounds, listRows, openRowOwners, ownersWithMail } from "~/features/reports/reports.db.server";
import { isLocale } from "~/i18n/messages/runtime";
import type { RegionDb } from "~/platform/db/region-db.server";

/** The rounds whose rows are due on a day (ISO), each with how many people have rows they have not delivered. */
export async function roundsToRemind(db: RegionDb) {
  const open = (await listRounds(db)).filter(({ state }) => state !== "submitted");
  if (open.length === 0) return [];
  const owners = await openRowOwners(db);
  return open.flatMap(({ id, name, rowsBy }) =>
    rowsBy === null ? [] : [{ id, name, rowsBy, people: owners.get(id) ?? 0 }],
  );
}

/** Somebody who answers for rows that are not delivered; `isHeld`: mail does not reach her. */
export type WaitedFor = {
  id: string;
  name: string;
  email: string;
  locale: "nb" | "nn" | "en";
  isHeld: boolean;
  rows: string[];
  /** When she was last written to about them. */
  toldAt: Date | null;
};

/** Who answers for rows of a round that are not delivered, by name, each with the rows. */
export async function waitedFor(db: RegionDb, roundId: string): Promise<WaitedFor[]> {
  const left = (await listRows(db, roundId)).filter(({ state, ownerId }) => state !== "delivered" && ownerId !== null);
  const byOwner = Map.groupBy(left, ({ ownerId }) => ownerId ?? "");
  const people = await ownersWithMail(db, [...byOwner.keys()]);
  const { defaultStandard } = await ownRegion(db);
  return people.map(({ id, name, email, locale, heldSince }) => {
    const rows = byOwner.get(id) ?? [];
    return {
      ...{ id, name, email: email ?? "", isHeld: heldSince !== null || !email },
      locale: locale !== null && isLocale(locale) ? locale : languageOf[defaultStandard],
      rows: rows.map(({ activity, measure, focusArea }) => activity || measure || focusArea || "–"),
      toldAt: rows.reduce<Date | null>(
        (last, { remindedAt }) => (remindedAt && (!last || remindedAt > last) ? remindedAt : last),
        null,
      ),
    };
  });
}

/** The names of those who would be reminded now of their rows of a round. */
export async function ownersToRemind(db: RegionDb, roundId: string): Promise<string[]> {
  if (!(await findRound(db, roundId))) return [];
  return (await waitedFor(db, roundId)).filter(({ isHeld }) => !isHeld).map(({ name }) => name);
}
